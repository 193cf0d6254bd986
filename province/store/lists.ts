/*
 * Lists as one parameter each, for `unnest`: a thousand rows so cost a fraction of what they cost as JSON, which
 * PostgreSQL would read whole, take apart and write anew.
 */

const marks = /["\\]/;

/** For `$n::text::text[]`. */
export function textList(texts: readonly string[]): string {
  return `{${texts.map((text) => `"${marks.test(text) ? text.replaceAll(/["\\]/g, "\\$&") : text}"`).join(",")}}`;
}

/** For `$n::text::bigint[]`, and any other kind of whole numbers. */
export function numberList(numbers: readonly (number | bigint)[]): string {
  return `{${numbers.join(",")}}`;
}

/** What stands for nothing in a list of lines. */
const nothing = "-";

/** For `string_to_array($n, E'\n', '-')`: texts without line breaks, as JSON and words are, and nothings. */
export function lineList(lines: readonly (string | undefined)[]): string {
  return lines.map((line) => (line === "" ? " " : (line ?? nothing))).join("\n");
}
