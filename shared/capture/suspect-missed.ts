import type { Item } from "#shared/archive/item.ts";
import { countItem, listedLeaves, pagesOfLeaves, type Side } from "#shared/archive/count-leaves.ts";

/** An item of the list with the pages it has, in the order of the list. */
export type ListedPages = { item: Pick<Item, "id" | "leaves" | "pageCount">; pages: readonly Side[] };

/** That a separator was probably missed: an item has more than its list allows, and the next ones have nothing. */
export type Suspicion = {
  itemId: string;
  /** What it has and what is listed, in leaves or pages. */
  unit: "leaf" | "page";
  found: number;
  expected: number;
  /** Items right behind it in the list that have no page, as many as the surplus can be of. */
  emptyIds: string[];
  /** Pages from which on the surplus begins if the item has what is listed; its page's place from 0. */
  from: number;
};

/**
 * Items whose pages probably hold those of the next in the list. Evidence to look at; nothing is moved because of it.
 */
export function suspectMissed(listed: readonly ListedPages[]): Suspicion[] {
  return listed.flatMap(({ item, pages }, at): Suspicion[] => {
    const counted = countItem(pages, item);
    if (counted.state !== "over") return [];
    const from = pagesExpected(item, pages);
    const emptyIds: string[] = [];
    let left = pages.length - from;
    for (const next of listed.slice(at + 1)) {
      if (next.pages.length > 0 || left <= 0) break;
      emptyIds.push(next.item.id);
      const own = pagesExpected(next.item, []);
      // What is not listed may be all the rest.
      left = own === 0 ? 0 : left - own;
    }
    if (emptyIds.length === 0) return [];
    const { unit, found, expected } = counted;
    return [{ itemId: item.id, unit, found, expected, emptyIds, from }];
  });
}

/** How many of the first pages are what the list says: the pages listed, or those that the listed leaves begin with. */
function pagesExpected(item: ListedPages["item"], pages: readonly Side[]): number {
  if (item.pageCount > 0) {
    let written = 0;
    for (const [at, { blank }] of pages.entries()) {
      if (blank !== "yes") written += 1;
      if (written > item.pageCount) return at;
    }
    return Math.min(item.pageCount, pages.length || item.pageCount);
  }
  const leaves = listedLeaves(item);
  return pages.length === 0 ? leaves : pagesOfLeaves(pages, leaves);
}
