/** The year of a record's date (`yyyy`, `yyyy-mm`, `yyyy-mm-dd`); 0 where none is known. */
export function yearOf(date: string): number {
  return /^\d{4}/.test(date) ? Number(date.slice(0, 4)) : 0;
}
