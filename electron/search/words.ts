import { foldedWords } from "#shared/base/fold.ts";

/**
 * The words of a text as the index compares them without marks: folded, and numbers without their leading zeros, so
 * that `5/QĐ-UBND` and `3/5/1998` meet `05/QĐ-UBND` and `03/05/1998`.
 */
export function plainWords(text: string): string[] {
  return foldedWords(text).map(withoutZeros);
}

/**
 * The words of a text with their marks, in lower case: `đ` is not `d`, and a tone has one place (`hòa` is `hoà`,
 * `thúy` is `thuý`).
 */
export function markedWords(text: string): string[] {
  const oneTonePlace = text
    .normalize("NFD")
    .toLowerCase()
    .replace(/(o)(\p{M})([ae])(?![\p{L}\p{M}])|(u)(\p{M})(y)(?![\p{L}\p{M}])/gu, "$1$4$3$6$2$5")
    .normalize("NFC");
  return (oneTonePlace.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map(withoutZeros);
}

function withoutZeros(word: string): string {
  return /^0+\d+$/.test(word) ? word.replace(/^0+(?=\d)/, "") : word;
}
