import type { Item } from "#shared/archive/item.ts";
import type { Page } from "#shared/archive/page.ts";
import { readLeaves } from "#shared/archive/leaf-span.ts";

/** What is asked of a page to count leaves: whether its side is blank. */
export type Side = Pick<Page, "blank">;

/** How many leaves some pages can be of: a leaf has two sides, and whether both were scanned is not always known. */
export type Range = { least: number; most: number };

/** Whether one side of each leaf was scanned, or both, blank ones too. */
export type Sides = "one" | "both" | "unknown";

/**
 * The leaves that pages can be of, in their order. Where it is not known how they were scanned, at least every two are
 * one leaf; at most each is one, but for a blank one, which is the back of the one before: nobody files empty sheets.
 */
export function leavesOf(pages: readonly Side[], sides: Sides = "unknown"): Range {
  const count = pages.length;
  const half = Math.ceil(count / 2);
  if (sides === "one") return { least: count, most: count };
  if (sides === "both") return { least: half, most: half };
  let backs = 0;
  let isFrontOpen = false;
  for (const { blank } of pages) {
    const isBack: boolean = blank === "yes" && isFrontOpen;
    if (isBack) backs += 1;
    isFrontOpen = !isBack;
  }
  return { least: half, most: count - backs };
}

/** The pages that the inventory can have counted: each, or only those with something on them. */
export function writtenPages(pages: readonly Side[]): Range {
  const blank = pages.filter((page) => page.blank === "yes").length;
  return { least: pages.length - blank, most: pages.length };
}

/** What was found beside what is listed, in leaves where they are listed, else in pages; `expected` 0: not listed. */
export type Counted = {
  unit: "leaf" | "page";
  found: number;
  expected: number;
  state: "none" | "short" | "equal" | "over" | "unlisted";
};

/** The leaves an item is listed with; 0 where they are not listed or do not read. */
export function listedLeaves(item: Pick<Item, "leaves">): number {
  const span = readLeaves(item.leaves);
  return span ? span[1] - span[0] + 1 : 0;
}

/**
 * Counts an item's pages against its leaves and its pages as listed. What contradicts the list is told first; where
 * both agree, leaves are.
 */
export function countItem(
  pages: readonly Side[],
  item: Pick<Item, "leaves" | "pageCount">,
  sides: Sides = "unknown",
): Counted {
  const leaves = compare("leaf", leavesOf(pages, sides), listedLeaves(item), pages.length);
  const written = compare("page", writtenPages(pages), item.pageCount, pages.length);
  if (leaves.state === "unlisted") return written;
  const wrong = (one: Counted) => one.state === "over" || one.state === "short";
  return wrong(written) && !wrong(leaves) ? written : leaves;
}

/** Counts a file: the leaves of all its pages against the leaves it is listed with, else pages against pages. */
export function countFile(
  items: readonly (readonly Side[])[],
  listed: { leafCount: number; pageCount: number },
): Counted {
  const sum = (ranges: readonly Range[]) =>
    ranges.reduce((all, { least, most }) => ({ least: all.least + least, most: all.most + most }), {
      least: 0,
      most: 0,
    });
  const pages = items.reduce((count, own) => count + own.length, 0);
  if (listed.leafCount > 0)
    return compare("leaf", sum(items.map((own) => leavesOf(own))), listed.leafCount, pages);
  return compare("page", sum(items.map((own) => writtenPages(own))), listed.pageCount, pages);
}

function compare(unit: Counted["unit"], range: Range, expected: number, pages: number): Counted {
  const { least, most } = range;
  if (expected === 0) return { unit, found: most, expected, state: "unlisted" };
  if (pages === 0) return { unit, found: 0, expected, state: "none" };
  if (most < expected) return { unit, found: most, expected, state: "short" };
  if (least > expected) return { unit, found: least, expected, state: "over" };
  return { unit, found: expected, expected, state: "equal" };
}
