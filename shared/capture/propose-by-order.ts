import type { Item } from "#shared/archive/item.ts";
import { listedLeaves } from "#shared/archive/count-leaves.ts";

/** Pages that wait, which lie together in one object, in the order of coming. */
export type WaitingRun = { key: string; pages: number };

/** Where runs of waiting pages would go by the order of the list. */
export type Proposal = {
  itemId: string;
  keys: string[];
  pages: number;
  /** Pages the item is listed with; 0 where neither pages nor leaves are. */
  expected: number;
};

/** Proposals in the order of the list; `sureness` is 0-1. Empty where the order says nothing. */
export type Proposed = { proposals: Proposal[]; sureness: number };

/**
 * Who waiting pages are probably of, by nothing but the order of the list and the pages expected: one document for
 * each item where there are as many, else single pages filled in until each item has what is listed. It is only ever
 * shown: a person confirms it.
 */
export function proposeByOrder(
  runs: readonly WaitingRun[],
  items: readonly Pick<Item, "id" | "leaves" | "pageCount">[],
): Proposed {
  if (runs.length === 0 || items.length === 0) return { proposals: [], sureness: 0 };
  const isWhole = runs.length === items.length && runs.some(({ pages }) => pages > 1);
  return isWhole ? oneByOne(runs, items) : inTurn(runs, items);
}

function oneByOne(runs: readonly WaitingRun[], items: readonly Pick<Item, "id" | "leaves" | "pageCount">[]) {
  const proposals = items.flatMap((item, at): Proposal[] => {
    const run = runs[at];
    return run ? [{ itemId: item.id, keys: [run.key], pages: run.pages, expected: pagesListed(item) }] : [];
  });
  const fitting = proposals.filter((one, at) => fits(one.pages, items[at])).length;
  return { proposals, sureness: round(0.3 + 0.65 * (fitting / proposals.length)) };
}

/** Fills items one after the other; stops at the first whose pages are not listed, as nobody can say where it ends. */
function inTurn(runs: readonly WaitingRun[], items: readonly Pick<Item, "id" | "leaves" | "pageCount">[]) {
  const proposals: Proposal[] = [];
  let at = 0;
  let whole = true;
  for (const item of items) {
    const expected = pagesListed(item);
    if (expected === 0 || at >= runs.length) {
      whole &&= at >= runs.length && expected !== 0;
      break;
    }
    const keys: string[] = [];
    let pages = 0;
    while (pages < expected && at < runs.length) {
      const run = runs[at];
      if (!run) break;
      keys.push(run.key);
      pages += run.pages;
      at += 1;
    }
    proposals.push({ itemId: item.id, keys, pages, expected });
  }
  const exact = proposals.filter(({ pages, expected }) => pages === expected).length;
  const share = proposals.length === 0 ? 0 : exact / proposals.length;
  const complete = whole && at === runs.length && proposals.length === items.length && share === 1;
  return { proposals, sureness: complete ? 0.9 : round(0.5 * share) };
}

function fits(pages: number, item: Pick<Item, "leaves" | "pageCount"> | undefined): boolean {
  if (!item) return false;
  if (item.pageCount > 0) return item.pageCount === pages;
  const leaves = listedLeaves(item);
  return leaves > 0 && pages >= leaves && pages <= leaves * 2;
}

/** Pages as listed; where only leaves are, one page for each. */
function pagesListed(item: Pick<Item, "leaves" | "pageCount">): number {
  return item.pageCount > 0 ? item.pageCount : listedLeaves(item);
}

function round(share: number): number {
  return Math.round(share * 100) / 100;
}
