const plain = /^[ -~]*$/;

/**
 * The form in which Vietnamese words are compared: lower case, no marks, đ as d. So `quyet dinh` meets
 * "Quyết định", and the two placements of a tone (hòa, hoà) are one.
 */
export function fold(text: string): string {
  // Codes and numbers, of which sheets are full, have no marks to take off.
  if (plain.test(text)) return text.toLowerCase();
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
}

/** The folded words of a text: runs of letters and digits, in order. */
export function foldedWords(text: string): string[] {
  return text.split(/[ \n]/).flatMap(wordsIn);
}

/** What was folded before: a register's texts are made of the same few thousand syllables. */
const known = new Map<string, readonly string[]>();
const mostKnown = 20_000;
const longestKnown = 24;

function wordsIn(token: string): readonly string[] {
  const before = known.get(token);
  if (before) return before;
  const words = fold(token).match(/[\p{L}\p{N}]+/gu) ?? [];
  if (known.size < mostKnown && token.length <= longestKnown) known.set(token, words);
  return words;
}
