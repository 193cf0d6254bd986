import type { Page } from "#shared/archive/page.ts";
import { fail, ok, type Result } from "#shared/base/result.ts";
import { closeGaps, giveOrder, inPlaces, makeRoom } from "#shared/capture/page-places.ts";
import type { Work } from "#renderer/db/work.ts";
import { type Doing, type Edit, recordChanges } from "#renderer/work/history.ts";
import {
  type ArrangeRefusal,
  isFull,
  judgedAnew,
  moved,
  nothingMade,
  readItem,
  readPages,
  readStanding,
  reasonOf,
  type Spot,
} from "#renderer/work/page-edits.ts";

const placeDefects: readonly Page["defect"][] = ["wrong-order", "wrong-item"];

/**
 * Moves pages into an item, or to another place of their own, in the order in which they stand, as one step that can
 * be undone. The gaps they leave are closed. Answers how many were moved.
 */
export async function movePages(
  work: Work,
  doing: Doing,
  pageIds: readonly string[],
  spot: Spot,
): Promise<Result<number, ArrangeRefusal>> {
  const item = await readItem(work, spot.itemId);
  const pages = await readPages(work, pageIds);
  if (!item || pages.length === 0) return fail("not-found");
  if (pages.some(({ scope }) => scope !== item.scope)) return fail("other-scope");
  const gone = new Set(pages.map(({ id }) => id));
  const standing = await readStanding(work, item.id);
  if (standing.some(({ id }) => gone.has(id)) && pages.every(({ itemId }) => itemId === item.id)) {
    const rest = inPlaces(standing).filter(({ id }) => !gone.has(id));
    const found = rest.findIndex(({ id }) => id === spot.before);
    const at = found < 0 ? rest.length : found;
    const ids = rest.map(({ id }) => id);
    return ok(
      await reorder(work, doing, standing, ids.toSpliced(at, 0, ...inPlaces(pages).map(({ id }) => id))),
    );
  }
  const edits: Edit[] = [];
  const from = [...new Set(pages.map(({ itemId }) => itemId))].filter((id) => id !== item.id);
  const sequence: Page[] = [];
  for (const itemId of from) {
    const own = await readStanding(work, itemId);
    edits.push(...moved(closeGaps(own, gone), own));
    if (own.every(({ id }) => gone.has(id)))
      edits.push({ collection: "items", id: itemId, fields: nothingMade });
    sequence.push(...inPlaces(own).filter(({ id }) => gone.has(id)));
  }
  // Those that are the item's already are gathered with the others: all lie together at the spot.
  const here = standing.filter(({ id }) => !gone.has(id));
  sequence.push(...inPlaces(standing).filter(({ id }) => gone.has(id)));
  const room = makeRoom(here, spot.before, sequence.length);
  if (isFull(room.first + sequence.length - 1, room.places)) return fail("too-many");
  edits.push(...moved(room.places, here));
  for (const [at, page] of sequence.entries()) {
    const fields = { itemId: item.id, ordinal: room.first + at, ...judgedAnew(page, placeDefects) };
    edits.push({ collection: "pages", id: page.id, fields });
  }
  await recordChanges(work, doing.history, doing.label, edits);
  return ok(sequence.length);
}

/**
 * Gives an item's pages another order, as one step that can be undone; pages that are not named keep behind those
 * they stood behind. Answers how many came to another place.
 */
export async function reorderPages(
  work: Work,
  doing: Doing,
  itemId: string,
  pageIds: readonly string[],
): Promise<Result<number, ArrangeRefusal>> {
  const standing = await readStanding(work, itemId);
  if (standing.length === 0) return fail("not-found");
  return ok(await reorder(work, doing, standing, pageIds));
}

/**
 * Takes pages out of their items, as one step that can be undone: they are withdrawn with the reason and stay in the
 * record, and the gaps they leave are closed. Answers how many there were.
 */
export async function withdrawPages(
  work: Work,
  doing: Doing,
  pageIds: readonly string[],
  reason: string,
): Promise<number> {
  const pages = await readPages(work, pageIds);
  const gone = new Set(pages.map(({ id }) => id));
  const edits: Edit[] = [];
  for (const itemId of new Set(pages.map((page) => page.itemId))) {
    const own = await readStanding(work, itemId);
    edits.push(...moved(closeGaps(own, gone), own));
    if (own.every(({ id }) => gone.has(id)))
      edits.push({ collection: "items", id: itemId, fields: nothingMade });
  }
  for (const id of gone) edits.push({ collection: "pages", id, fields: { withdrawn: reasonOf(reason) } });
  await recordChanges(work, doing.history, doing.label, edits);
  return gone.size;
}

/**
 * Makes a page count again that was taken out or is a separator sheet, before one of its item's pages or behind them
 * all, as one step that can be undone.
 */
export async function restorePage(
  work: Work,
  doing: Doing,
  pageId: string,
  spot: Spot,
): Promise<Result<string, ArrangeRefusal>> {
  const page = (await work.db.pages.findOne(pageId).exec())?.toJSON() as Page | undefined;
  const item = await readItem(work, spot.itemId);
  if (!page || page.withdrawn === "" || !item) return fail("not-found");
  if (page.scope !== item.scope) return fail("other-scope");
  const standing = await readStanding(work, item.id);
  const room = makeRoom(standing, spot.before, 1);
  if (isFull(room.first, room.places)) return fail("too-many");
  const fields = { withdrawn: "", itemId: item.id, ordinal: room.first };
  await recordChanges(work, doing.history, doing.label, [
    ...moved(room.places, standing),
    { collection: "pages", id: page.id, fields },
  ]);
  return ok(page.id);
}

async function reorder(work: Work, doing: Doing, standing: readonly Page[], pageIds: readonly string[]) {
  const places = giveOrder(standing, pageIds);
  await recordChanges(work, doing.history, doing.label, moved(places, standing));
  return places.length;
}
