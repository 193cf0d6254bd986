import type { Item } from "#shared/archive/item.ts";
import type { Page } from "#shared/archive/page.ts";
import { lastPlace, type Placed } from "#shared/capture/page-places.ts";
import type { Work } from "#renderer/db/work.ts";
import type { Edit } from "#renderer/work/history.ts";

/** Where pages are laid: before a page of the item, or behind them all. */
export type Spot = { itemId: string; before?: string };

/** Why pages were not laid: there is none such; the item is another unit's; the item can take no more. */
export type ArrangeRefusal = "not-found" | "other-scope" | "too-many" | "file-held";

/** An item that no page is left in has no document: the one made of the pages that went is not of it. */
export const nothingMade: Partial<Item> = {
  renditionDigest: "",
  renditionSize: 0,
  renditionKind: "",
  reportDigest: "",
  readingDigest: "",
  checkedAt: "",
  checkedBy: "",
};

const unjudged = { verdict: "", defect: "", verdictAt: "", verdictBy: "" } as const;

/** What is no longer so of a page that has another place: rejected because of the place it had. */
export function judgedAnew(page: Page, defects: readonly Page["defect"][]): Partial<Page> {
  return page.verdict === "rejected" && defects.includes(page.defect) ? unjudged : {};
}

/** The pages at their new places in their item. */
export function moved(places: readonly Placed[], pages: readonly Page[]): Edit[] {
  const known = new Map(pages.map((page) => [page.id, page]));
  return places.map(({ id, ordinal }) => {
    const page = known.get(id);
    const anew = page ? judgedAnew(page, ["wrong-order"]) : {};
    return { collection: "pages", id, fields: { ordinal, ...anew } };
  });
}

/** Whether an item would have a page at a place that no record can carry. */
export function isFull(last: number, places: readonly Placed[]): boolean {
  return Math.max(last, ...places.map(({ ordinal }) => ordinal)) > lastPlace;
}

/** A reason as the record can carry it; there is always one. */
export function reasonOf(reason: string): string {
  return reason.normalize("NFC").trim().slice(0, 500) || "Không ghi lý do";
}

/** A page that counts. */
export async function readPage(work: Work, id: string): Promise<Page | undefined> {
  const page = (await work.db.pages.findOne(id).exec())?.toJSON() as Page | undefined;
  return page?.withdrawn === "" ? page : undefined;
}

/** The pages of these ids that count, each once. */
export async function readPages(work: Work, ids: readonly string[]): Promise<Page[]> {
  const found = await work.db.pages.findByIds([...new Set(ids)]).exec();
  return [...found.values()].map((page) => page.toJSON() as Page).filter((page) => page.withdrawn === "");
}

/** An item that counts. */
export async function readItem(work: Work, id: string): Promise<Item | undefined> {
  const item = (await work.db.items.findOne(id).exec())?.toJSON() as Item | undefined;
  return item?.withdrawn === "" ? item : undefined;
}

/** The pages of an item that count. */
export async function readStanding(work: Work, itemId: string): Promise<Page[]> {
  const found = await work.db.pages.find({ selector: { itemId, withdrawn: "" } }).exec();
  return found.map((page) => page.toJSON() as Page);
}
