import type { Item } from "#shared/archive/item.ts";
import type { Page } from "#shared/archive/page.ts";
import { isHeld } from "#shared/archive/paper-hold.ts";
import { isSigned } from "#shared/archive/signature.ts";
import { countItem, leavesOf, listedLeaves, writtenPages } from "#shared/archive/count-leaves.ts";
import { bitOf, type ItemStage } from "#shared/completeness/stages.ts";

/** What the count needs to know of a page that stands. */
export type StandingPage = Pick<Page, "blank" | "side" | "hold" | "verdict"> & {
  /** Pages of A4 that it counts as. */
  a4: number;
  /** The day in Vietnam on which it came in, `yyyy-mm-dd`. */
  day: string;
};

/** What the count needs to know of an item. */
export type CountedItem = Pick<
  Item,
  | "leaves"
  | "pageCount"
  | "hold"
  | "held"
  | "type"
  | "subject"
  | "issuedDate"
  | "issuer"
  | "fieldsConfirmed"
  | "fieldsByMachine"
  | "checkedAt"
  | "renditionDigest"
  | "signature"
  | "receiptDigest"
>;

/** How an item stands: the bits of the stages it has passed, and its pages and leaves beside those listed. */
export type ItemStanding = {
  stages: number;
  listedPages: number;
  pages: number;
  a4: number;
  /** Leaves as listed, and how many of them the pages show; 0 where none are listed. */
  listedLeaves: number;
  leaves: number;
  /** Whether pages or leaves are fewer, or more, than listed. */
  short: boolean;
  over: boolean;
  /** The day on which its last page came in; empty without pages. */
  day: string;
};

/** Fields that are looked at before an item's description counts as confirmed. */
const describing = ["type", "issuedDate", "issuer", "subject"] as const;

/**
 * How an item stands by itself and its standing pages, in their order. Captured: all that is listed is there, and
 * nothing waits for a person. Each later stage is of a captured item alone: what was confirmed or made of a part of
 * its pages is done again when the rest has come.
 */
export function standItem(item: CountedItem, pages: readonly StandingPage[]): ItemStanding {
  const leaves = countItem(pages, { leaves: item.leaves, pageCount: 0 });
  const written = writtenPages(pages).least;
  const fewPages = item.pageCount > 0 && pages.length < item.pageCount;
  const short = fewPages || leaves.state === "short";
  const over = (item.pageCount > 0 && written > item.pageCount) || leaves.state === "over";
  const held = item.hold !== "" || isHeld(item) || pages.some(({ hold }) => hold !== "");
  const stages = new Set<ItemStage>();
  if (pages.length > 0 && !short && !held) {
    stages.add("captured");
    const checked = item.checkedAt !== "" && pages.every(({ verdict }) => verdict !== "rejected");
    if (checked) stages.add("passed");
    if (isDescribed(item)) stages.add("confirmed");
    if (item.renditionDigest !== "") stages.add("rendition");
    if (isSigned(item)) stages.add("signed");
    if (item.renditionDigest !== "" && item.receiptDigest === item.renditionDigest)
      stages.add("acknowledged");
  }
  return {
    stages: [...stages].reduce((bits, stage) => bits | bitOf(stage), 0),
    listedPages: item.pageCount,
    pages: pages.length,
    a4: pages.reduce((sum, page) => sum + page.a4, 0),
    listedLeaves: listedLeaves(item),
    leaves: listedLeaves(item) === 0 ? 0 : Math.min(listedLeaves(item), leavesOf(pages).most),
    short,
    over,
    day: pages.reduce((last, page) => (page.day > last ? page.day : last), ""),
  };
}

function isDescribed(item: CountedItem): boolean {
  if (item.type === "" || item.subject === "") return false;
  if (item.checkedAt !== "") return true;
  const confirmed = new Set([...item.fieldsConfirmed.split(" "), ...item.fieldsByMachine.split(" ")]);
  return describing.every((field) => item[field] === "" || confirmed.has(field));
}
