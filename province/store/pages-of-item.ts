/*
 * Of one item its own pages and their words are read, whatever the server believes of the tables: before it has counted
 * any pages it takes them for few, and would read those of the whole district for each item.
 */

/** SQL of the pages of an item, as `p`: a table to join from, or of a `lateral`, by expressions of its district and id. */
export function pagesOfItem(district: string, item: string): string {
  return `(select * from records where district = ${district} and collection = 'pages' and parent = ${item} offset 0) p`;
}

/** SQL of the words and the text of a page `p`, as `s`: no row where none were read. Of a `lateral`. */
export const wordsOfPageRow = `(select * from search where district = p.district and collection = 'pages' and id = p.id offset 0) s`;
