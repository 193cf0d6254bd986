import type { PageWords } from "#shared/archive/page.ts";

/** Shares of the page's height within which page numbers are printed: NĐ 30/2020/NĐ-CP has them at the top. */
const head = 0.12;
const foot = 0.9;

/** A line that is a page number and nothing else: `2`, `- 2 -`, `Trang 2`, `2/15`, `Trang 2 / 15`. */
const alone = /^[-–—.\s]*(?:trang|tr\.?)?\s*(\d{1,4})\s*(?:\/\s*\d{1,4})?[-–—.\s]*$/iu;

/** Words of less confidence than this (0-100) are no evidence of a number. */
const leastConfidence = 50;

/**
 * The number printed on a page, from its words (boxes in pixels of a page of this size): a line of its own at the
 * head or the foot; 0 where there is none, or where head and foot say different things.
 */
export function findPrintedNumber(
  words: PageWords["words"],
  page: { width: number; height: number },
): number {
  const lines = new Map<number, PageWords["words"]>();
  for (const word of words) lines.set(word.line, [...(lines.get(word.line) ?? []), word]);
  const found = new Set<number>();
  for (const line of lines.values()) {
    const top = Math.min(...line.map(({ box }) => box[1]));
    const bottom = Math.max(...line.map(({ box }) => box[3]));
    if (bottom > page.height * head && top < page.height * foot) continue;
    if (line.some(({ confidence }) => confidence < leastConfidence)) continue;
    const number = alone.exec(line.map(({ text }) => text).join(" "))?.[1];
    if (number !== undefined && Number(number) > 0) found.add(Number(number));
  }
  const [only, another] = found;
  return another === undefined ? (only ?? 0) : 0;
}
