import type { Item } from "#shared/archive/item.ts";
import type { Page, PageSide } from "#shared/archive/page.ts";
import { readLeaves } from "#shared/archive/leaf-span.ts";

/** What is asked of a page to count leaves: whether it is blank, and which side of its leaf it is. */
export type Side = Pick<Page, "blank" | "side">;

/** How many leaves some pages can be of: a leaf has two sides, and whether both were scanned is not always known. */
export type Range = { least: number; most: number };

/**
 * The leaves that pages can be of, in their order. Where their sides are known each front, each only side and each
 * written back without its front is one; a blank back without its front is of a separator sheet or of a page that was
 * taken out. Where they are not, at least every two are one leaf; at most each is one, but for a blank one, which is
 * the back of the one before: nobody files empty sheets.
 */
export function leavesOf(pages: readonly Side[]): Range {
  let least = 0;
  let most = 0;
  let unsaid: Side[] = [];
  const close = () => {
    const of = unsaidLeaves(unsaid);
    least += of.least;
    most += of.most;
    unsaid = [];
  };
  for (const [at, page] of pages.entries()) {
    const side = page.side ?? "";
    if (side === "") {
      unsaid.push(page);
      continue;
    }
    close();
    const isOfBefore = side === "back" && (page.blank === "yes" || pages[at - 1]?.side === "front");
    if (isOfBefore) continue;
    least += 1;
    most += 1;
  }
  close();
  return { least, most };
}

function unsaidLeaves(pages: readonly Side[]): Range {
  let backs = 0;
  let isFrontOpen = false;
  for (const { blank } of pages) {
    const isBack: boolean = blank === "yes" && isFrontOpen;
    if (isBack) backs += 1;
    isFrontOpen = !isBack;
  }
  return { least: Math.ceil(pages.length / 2), most: pages.length - backs };
}

/** How a stack was scanned, as far as anybody knows. */
export const stackSides = ["", "one", "both"] as const;

export type StackSides = (typeof stackSides)[number];

/** The side of the page at a place (from 0) of a stack: scanned on both sides it gives front and back in turn. */
export function sideAt(place: number, sides: StackSides): PageSide {
  if (sides === "") return "";
  return sides === "one" ? "only" : place % 2 === 0 ? "front" : "back";
}

/** How pages that lie in order were scanned, where their sides say one thing of them all; nothing where they differ. */
export function sidesOf(pages: readonly Pick<Page, "side">[]): StackSides | undefined {
  return stackSides.find((sides) => pages.every(({ side = "" }, at) => side === sideAt(at, sides)));
}

/** How many of the first pages these leaves are at most of. */
export function pagesOfLeaves(pages: readonly Side[], leaves: number): number {
  let count = 0;
  for (let next = 1; next <= pages.length; next += 1) {
    if (leavesOf(pages.slice(0, next)).least > leaves) break;
    count = next;
  }
  return count;
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
export function countItem(pages: readonly Side[], item: Pick<Item, "leaves" | "pageCount">): Counted {
  const leaves = compare("leaf", leavesOf(pages), listedLeaves(item), pages.length);
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
