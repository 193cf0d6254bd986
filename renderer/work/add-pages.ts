import { blankPage } from "#shared/archive/blank.ts";
import type { Item } from "#shared/archive/item.ts";
import { isHeld } from "#shared/archive/paper-hold.ts";
import type { Page } from "#shared/archive/page.ts";
import { makeRecord } from "#shared/archive/record.ts";
import { fail, ok, type Result } from "#shared/base/result.ts";
import { inPlaces, makeRoom } from "#shared/capture/page-places.ts";
import type { Work } from "#renderer/db/work.ts";
import { type Doing, type Edit, recordChanges } from "#renderer/work/history.ts";
import {
  type ArrangeRefusal,
  isFull,
  moved,
  readItem,
  readPage,
  readStanding,
  reasonOf,
  type Spot,
} from "#renderer/work/page-edits.ts";

/** One page of a stored object, to become a page of an item. */
export type Master = Pick<
  Page,
  "masterDigest" | "masterSize" | "masterPage" | "mediaType" | "sourceName" | "scanner" | "side"
>;

/** Lays new pages into an item, as one step that can be undone; answers their ids in order. */
export async function insertPages(
  work: Work,
  doing: Doing,
  spot: Spot,
  masters: readonly Master[],
): Promise<Result<string[], ArrangeRefusal>> {
  const item = await readItem(work, spot.itemId);
  if (!item) return fail("not-found");
  if (await isKeptBack(work, item)) return fail("file-held");
  const standing = await readStanding(work, item.id);
  const room = makeRoom(standing, spot.before, masters.length);
  if (isFull(room.first + masters.length - 1, room.places)) return fail("too-many");
  const records = masters.map((master, at) => newPage(work, item, room.first + at, master, ""));
  await recordChanges(work, doing.history, doing.label, [
    ...moved(room.places, standing),
    ...records.map((record): Edit => ({ collection: "pages", record })),
  ]);
  return ok(records.map(({ id }) => id));
}

/**
 * Puts pages scanned again in the place of one, as one step that can be undone: that one is withdrawn with the reason
 * and stays in the record, and the new ones say which they replace. Answers their ids in order.
 */
export async function replacePage(
  work: Work,
  doing: Doing,
  pageId: string,
  masters: readonly Master[],
  reason: string,
): Promise<Result<string[], ArrangeRefusal>> {
  const page = await readPage(work, pageId);
  const item = page && (await readItem(work, page.itemId));
  if (!page || !item || masters.length === 0) return fail("not-found");
  if (await isKeptBack(work, item)) return fail("file-held");
  const standing = await readStanding(work, item.id);
  const order = inPlaces(standing);
  const next = order[order.findIndex(({ id }) => id === pageId) + 1];
  const room = makeRoom(standing, next?.id, masters.length - 1);
  const places = masters.length === 1 ? [] : room.places;
  if (isFull(page.ordinal + masters.length - 1, places)) return fail("too-many");
  const records = masters.map((master, at) =>
    newPage(
      work,
      item,
      at === 0 ? page.ordinal : room.first + at - 1,
      // One page in the place of one is the same side of the same leaf, whatever it was scanned with.
      masters.length === 1 ? { ...master, side: page.side ?? "" } : master,
      page.id,
    ),
  );
  await recordChanges(work, doing.history, doing.label, [
    ...moved(places, standing),
    { collection: "pages", id: page.id, fields: { withdrawn: reasonOf(reason) } },
    ...records.map((record): Edit => ({ collection: "pages", record })),
  ]);
  return ok(records.map(({ id }) => id));
}

/** The paper of a file that is kept back is not scanned on. */
/** Whether an item is kept back, by itself or with its file. */
async function isKeptBack(work: Work, item: Item): Promise<boolean> {
  if (isHeld(item)) return true;
  const file = await work.db.files.findOne(item.fileId).exec();
  return file !== null && isHeld(file.toJSON());
}

function newPage(work: Work, item: Item, ordinal: number, master: Master, replaces: string): Page {
  const { id: itemId, scope } = item;
  return makeRecord<Page>(
    {
      ...blankPage,
      ...master,
      id: work.id(),
      scope,
      itemId,
      ordinal,
      replaces,
      capturedBy: work.profile.name,
    },
    work.stamp(),
  );
}
