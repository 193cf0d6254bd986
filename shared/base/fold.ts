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
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
