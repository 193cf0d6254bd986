import { type Static, Type } from "typebox";
import type { Page } from "#shared/archive/page.ts";
import { likenessDistance, nearLikeness } from "#shared/capture/likeness.ts";
import { longestInOrder } from "./longest-in-order.ts";
import { readLeaves } from "#shared/archive/leaf-span.ts";

/** A suspicion about the pages of an item, with its evidence; never a change. */
export const sequenceFindingSchema = Type.Object({
  /**
   * `repeated`: the same page as `otherId` again; `numbers-missing`: printed numbers `from`-`to` lack before the page;
   * `out-of-order`: the page is numbered `from` and stands behind one numbered `to`; `leaves-few`/`leaves-many`: `from`
   * leaves are listed and `to` pages are there.
   */
  code: Type.Union([
    Type.Literal("repeated"),
    Type.Literal("numbers-missing"),
    Type.Literal("out-of-order"),
    Type.Literal("leaves-few"),
    Type.Literal("leaves-many"),
  ]),
  pageId: Type.String(),
  otherId: Type.String(),
  from: Type.Integer(),
  to: Type.Integer(),
});

export type SequenceFinding = Static<typeof sequenceFindingSchema>;

type Scan = Pick<Page, "id" | "masterDigest" | "masterPage" | "likeness" | "blank" | "correction">;

/** Pairs that may show the same page: near likenesses, blank pages left out; the later page first. */
export function repeatCandidates(pages: readonly Scan[]): [Scan, Scan][] {
  const pairs: [Scan, Scan][] = [];
  for (const [place, page] of pages.entries()) {
    if (page.blank !== "no") continue;
    const other = pages.slice(0, place).find((earlier) => earlier.blank === "no" && mayBeSame(page, earlier));
    if (other) pairs.push([page, other]);
  }
  return pairs;
}

function mayBeSame(one: Scan, other: Scan): boolean {
  return isSameScan(one, other) || likenessDistance(one.likeness, other.likeness) <= nearLikeness;
}

function isSameScan(one: Scan, other: Scan): boolean {
  return (
    one.masterDigest === other.masterDigest &&
    one.masterPage === other.masterPage &&
    JSON.stringify(one.correction) === JSON.stringify(other.correction)
  );
}

/**
 * The candidates that are repeated pages. A likeness alone proves nothing, for the same form filled in for another
 * person looks the same: the words decide. Pages whose words are not known are no repeats, unless they are one scan.
 */
export function confirmRepeats(
  pairs: readonly [Scan, Scan][],
  textOf: (id: string) => string | undefined,
): SequenceFinding[] {
  return pairs
    .filter(([page, other]) => {
      if (isSameScan(page, other)) return true;
      const [one, two] = [textOf(page.id), textOf(other.id)];
      return one !== undefined && two !== undefined && saysTheSame(one, two);
    })
    .map(([page, other]) => ({ code: "repeated", pageId: page.id, otherId: other.id, from: 0, to: 0 }));
}

/** Fewer words than this prove nothing. */
const leastWords = 8;
/** A number that differs weighs two: readers err in letters more than in whole numbers, people differ in both. */
const mostDifferent = 2;

/** Whether two readings are of the same text, but for what readers misread. */
export function saysTheSame(one: string, other: string): boolean {
  const [left, right] = [wordsOf(one), wordsOf(other)];
  const least = Math.min(left.length, right.length);
  if (least < leastWords) return false;
  const [onlyLeft, onlyRight] = [without(left, right), without(right, left)];
  const unread = [...onlyRight];
  let different = 0;
  for (const word of onlyLeft) {
    const twin = unread.findIndex((candidate) => isMisreading(word, candidate));
    if (twin >= 0) unread.splice(twin, 1);
    else different += weightOf(word);
  }
  different = Math.max(
    different,
    unread.reduce((sum, word) => sum + weightOf(word), 0),
  );
  return different <= mostDifferent && onlyLeft.length <= left.length * 0.15;
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** The words of the first that the second does not have, counted. */
function without(words: readonly string[], others: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of others) counts.set(word, (counts.get(word) ?? 0) + 1);
  return words.filter((word) => {
    const left = counts.get(word) ?? 0;
    counts.set(word, left - 1);
    return left <= 0;
  });
}

function weightOf(word: string): number {
  return /\d/.test(word) ? 2 : 1;
}

/** Whether one word is the other with a letter in four misread; numbers are never taken for each other. */
function isMisreading(one: string, other: string): boolean {
  if (/\d/.test(one) || /\d/.test(other)) return false;
  const most = Math.max(1, Math.floor(Math.max(one.length, other.length) / 4));
  return Math.abs(one.length - other.length) <= most && editDistance(one, other) <= most && one.length > 2;
}

function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

/**
 * Gaps and disorder in the printed numbers of an item's pages, which stand in their order. Numbers that fall out of
 * the longest rising run are out of order; a lone number that its neighbours' places contradict was misread.
 */
export function checkPrintedNumbers(pages: readonly Pick<Page, "id" | "printedNumber">[]): SequenceFinding[] {
  const numbered = pages
    .map(({ id, printedNumber }, place) => ({ id, number: printedNumber, place }))
    .filter(({ number }, at, all) => number > 0 && !isMisread(all, at, pages.length));
  const known = numbered.filter(({ number }) => number > 0);
  if (known.length < 2) return [];
  const rising = longestInOrder(known.map(({ number }) => String(number).padStart(5, "0")));
  const findings: SequenceFinding[] = [];
  let last: (typeof known)[number] | undefined;
  for (const [at, page] of known.entries()) {
    if (!rising.has(at)) {
      const to = known[at - 1]?.number ?? known[at + 1]?.number ?? 0;
      findings.push({ code: "out-of-order", pageId: page.id, otherId: "", from: page.number, to });
      continue;
    }
    const gap = last ? page.number - last.number - (page.place - last.place) : 0;
    // What stands somewhere else in the item does not lack.
    const lacking = Array.from(
      { length: Math.max(0, Math.min(gap, 1000)) },
      (_, back) => page.number - gap + back,
    );
    const absent = lacking.filter((number) => !known.some((other) => other.number === number));
    const [from] = absent;
    const to = absent.at(-1);
    if (last && from !== undefined && to !== undefined) {
      findings.push({ code: "numbers-missing", pageId: page.id, otherId: last.id, from, to });
    }
    last = page;
  }
  return findings;
}

type Numbered = { number: number; place: number };

/** A number no page of the item can have, or one between two whose own numbers fit their places without it. */
function isMisread(pages: readonly Numbered[], at: number, count: number): boolean {
  const page = pages[at];
  if (!page || page.number === 0) return false;
  const before = pages.slice(0, at).findLast(({ number }) => number > 0);
  const after = pages.slice(at + 1).find(({ number }) => number > 0);
  if (!before || !after) return page.number > count * 4 + 50;
  const fits = after.number - before.number === after.place - before.place;
  return (
    fits &&
    page.number - before.number !== page.place - before.place &&
    Math.abs(page.number - before.number) > count
  );
}

/** Whether an item has too few or too many pages for its leaves ("1-3"): one side of each at least, two at most. */
export function checkLeafCount(leaves: string, pages: readonly Pick<Page, "id">[]): SequenceFinding[] {
  const span = readLeaves(leaves);
  const last = pages.at(-1);
  if (!span || !last) return [];
  const listed = span[1] - span[0] + 1;
  const found = { pageId: last.id, otherId: "", from: listed, to: pages.length };
  if (pages.length < listed) return [{ code: "leaves-few", ...found }];
  return pages.length > listed * 2 ? [{ code: "leaves-many", ...found }] : [];
}
