import { setImmediate as breathe } from "node:timers/promises";
import { Check } from "typebox/value";
import type { CollectionName, Records } from "#shared/archive/collections.ts";
import { holdCode } from "#shared/archive/paper-hold.ts";
import { editRecord } from "#shared/archive/record.ts";
import { type Digest, isDigest } from "#shared/base/digest.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import { type Checkpoint, checkpointSchema } from "#shared/replication/messages.ts";
import type { Journal } from "#electron/journal/journal.ts";
import type { Facts } from "./facts.ts";
import { uploadRanks, type UploadQueue, type Wanted } from "./upload-queue.ts";

const slice = 500;

type Named = Omit<Wanted, "digest" | "size"> & { digest: string };

type Parts = {
  journal: Journal;
  objects: ObjectStore;
  queue: UploadQueue;
  facts: Facts;
  now: () => number;
};

/**
 * Queues the objects of the items of which something changed since the last time, as far as they are on this machine:
 * page words, item renditions, page masters. Thumbnails and views are made again where they are wanted.
 */
export async function queueObjects(parts: Parts, signal: AbortSignal): Promise<void> {
  const { journal } = parts;
  const changed =
    <Name extends CollectionName>(
      collection: Name,
      itemsOf: (record: Records[Name]) => readonly string[],
    ): ItemsAfter =>
    (after) => {
      const { documents, checkpoint } = journal.pull(collection, after, slice);
      return { ids: documents.flatMap(itemsOf), checkpoint };
    };
  const ofPage = changed("pages", (page) => [page.itemId]);
  await follow(parts, "pages", signal, ofPage);
  // Most items that are written have nothing yet; read out one by one they would slow the push of all.
  await follow(parts, "items", signal, (after) => journal.itemsWithObjects(after, 10 * slice));
  // What was kept back with its paper goes once that is let go on; the others are followed by their items.
  const itemsIn = (fileId: string) => journal.children("items", fileId).map(({ id }) => id);
  const ofFile = changed("files", ({ id, held }) => (held ? itemsIn(id) : []));
  await follow(parts, "files", signal, ofFile);
  const filesIn = (batchId: string) => journal.filesOfBatch(batchId).map(({ id }) => id);
  const ofBatch = changed("batches", ({ id, held }) => (held ? filesIn(id).flatMap(itemsIn) : []));
  await follow(parts, "batches", signal, ofBatch);
}

/** Items that what was written after a checkpoint speaks of; where nothing was, the checkpoint is its own. */
type ItemsAfter = (after: Checkpoint | null) => { ids: readonly string[]; checkpoint: Checkpoint };

async function follow(
  { journal, objects, queue, facts, now }: Parts,
  collection: CollectionName,
  signal: AbortSignal,
  itemsAfter: ItemsAfter,
): Promise<void> {
  const fact = `queued:${collection}`;
  for (;;) {
    const text = facts.read(fact);
    const known: unknown = text === "" ? null : JSON.parse(text);
    const after = Check(checkpointSchema, known) ? known : null;
    const { ids, checkpoint } = itemsAfter(after);
    if (checkpoint.epoch === after?.epoch && checkpoint.seq === after.seq) return;
    // Records that are being sent come in between.
    await breathe();
    await queueItems({ journal, objects, queue, now }, new Set(ids), signal);
    if (signal.aborted) return;
    facts.write(fact, JSON.stringify(checkpoint));
  }
}

/** Queues the objects of some items, as far as they are on this machine. */
export async function queueItems(
  { journal, objects, queue, now }: Omit<Parts, "facts">,
  itemIds: Iterable<string>,
  signal: AbortSignal,
): Promise<void> {
  const wanted: Wanted[] = [];
  for (const itemId of itemIds) {
    for (const { digest, ...one } of objectsOfItem(journal, itemId)) {
      const size = isDigest(digest) ? await objects.size(digest) : undefined;
      if (size !== undefined && isDigest(digest)) wanted.push({ ...one, digest, size });
    }
  }
  if (signal.aborted || wanted.length === 0) return;
  const sent = queue.add(wanted, new Date(now()).toISOString());
  for (const { digest, receivedAt } of sent) writeReceipt(journal, queue, digest, receivedAt);
}

/** The objects of an item that may go to the province. */
export function objectsOfItem(journal: Journal, itemId: string): Named[] {
  const item = journal.read("items", itemId);
  const pages = journal.children("pages", itemId).filter(({ withdrawn }) => withdrawn === "");
  if (!item || item.withdrawn !== "" || isKeptBack(item, pages)) return [];
  if (isPaperSecret(journal, item)) return [];
  return [
    ...pages.flatMap(({ id, wordsDigest, masterDigest, mediaType }): Named[] => {
      const naming = { collection: "pages", id } as const;
      return [
        { digest: wordsDigest, rank: uploadRanks.words, mediaType: "application/json", naming },
        { digest: masterDigest, rank: uploadRanks.master, mediaType, naming },
      ];
    }),
    {
      digest: item.renditionDigest,
      rank: uploadRanks.rendition,
      mediaType: "application/pdf",
      naming: { collection: "items", id: item.id },
    },
  ];
}

/**
 * True while an item's objects must stay here: a mark of secrecy was met on it and nobody has decided yet, or one of
 * its pages was not looked at for one.
 */
function isKeptBack(item: Records["items"], pages: readonly Records["pages"][]): boolean {
  return item.hold === "secret" || pages.some((page) => page.hold === "secret" || page.wordsDigest === "");
}

/** True while an item's paper, or the batch it travels in, is kept back for a mark of secrecy. */
function isPaperSecret(journal: Journal, { fileId }: Records["items"]): boolean {
  const file = journal.read("files", fileId);
  if (!file) return false;
  const batch = file.batchId === "" ? undefined : journal.read("batches", file.batchId);
  return holdCode(file) === "secret" || (batch !== undefined && holdCode(batch) === "secret");
}

/** True while some record that stands names the object, and none for which it must stay here. */
export function mayBeSent(journal: Journal, queue: UploadQueue, digest: Digest): boolean {
  const items = new Set<string>();
  for (const { collection, id } of queue.namings(digest)) {
    const record = journal.read(collection, id);
    if (!record || record.withdrawn !== "") continue;
    const named =
      "renditionDigest" in record
        ? record.renditionDigest === digest
        : record.masterDigest === digest || record.wordsDigest === digest;
    if (named) items.add("itemId" in record ? record.itemId : record.id);
  }
  const standing = [...items].map((id) => objectsOfItem(journal, id));
  return standing.length > 0 && standing.every((objects) => objects.some((one) => one.digest === digest));
}

/**
 * Writes on the items whose rendition the object is that the province gave a receipt for it; an empty time takes
 * such a receipt back. Items that say so already are left alone.
 */
export function writeReceipt(journal: Journal, queue: UploadQueue, digest: Digest, receivedAt: string): void {
  const receiptDigest = receivedAt === "" ? "" : digest;
  const edited = queue.namings(digest).flatMap(({ collection, id }) => {
    const item = collection === "items" ? journal.read("items", id) : undefined;
    if (item?.renditionDigest !== digest || item.receiptDigest === receiptDigest) return [];
    if (receivedAt === "" && item.receiptDigest !== digest) return [];
    return [editRecord(item, { receiptDigest, receiptAt: receivedAt }, journal.stamp(item.updatedBy))];
  });
  if (edited.length > 0) journal.write("items", edited, "desk");
}
