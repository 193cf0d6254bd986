import { Check } from "typebox/value";
import type { Records } from "#shared/archive/collections.ts";
import { editRecord } from "#shared/archive/record.ts";
import { type Digest, isDigest } from "#shared/base/digest.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import { checkpointSchema } from "#shared/replication/messages.ts";
import type { Journal } from "#electron/journal/journal.ts";
import type { Facts } from "./facts.ts";
import { uploadRanks, type UploadQueue, type Wanted } from "./upload-queue.ts";

const slice = 200;

type Parts = {
  journal: Journal;
  objects: ObjectStore;
  queue: UploadQueue;
  facts: Facts;
  now: () => number;
};

/**
 * Queues the objects that records name since the last time and that are on this machine: page words, item
 * renditions, page masters. Thumbnails and views are made again where they are wanted.
 */
export async function queueObjects(parts: Parts, signal: AbortSignal): Promise<void> {
  await follow(parts, "pages", signal, (page) => [
    { text: page.wordsDigest, rank: uploadRanks.words, mediaType: "application/json" },
    { text: page.masterDigest, rank: uploadRanks.master, mediaType: page.mediaType },
  ]);
  await follow(parts, "items", signal, (item) => [
    { text: item.renditionDigest, rank: uploadRanks.rendition, mediaType: "application/pdf" },
  ]);
}

async function follow<Name extends "pages" | "items">(
  { journal, objects, queue, facts, now }: Parts,
  collection: Name,
  signal: AbortSignal,
  named: (record: Records[Name]) => { text: string; rank: number; mediaType: string }[],
): Promise<void> {
  const fact = `queued:${collection}`;
  for (;;) {
    const text = facts.read(fact);
    const known: unknown = text === "" ? null : JSON.parse(text);
    const { documents, checkpoint } = journal.pull(
      collection,
      Check(checkpointSchema, known) ? known : null,
      slice,
    );
    if (documents.length === 0) return;
    const wanted: Wanted[] = [];
    for (const record of documents) {
      if (record.withdrawn !== "") continue;
      for (const { text: digest, rank, mediaType } of named(record)) {
        const size = isDigest(digest) ? await objects.size(digest) : undefined;
        if (size === undefined || !isDigest(digest)) continue;
        wanted.push({ digest, rank, size, mediaType, naming: { collection, id: record.id } });
      }
    }
    if (signal.aborted) return;
    const sent = queue.add(wanted, new Date(now()).toISOString());
    for (const { digest, receivedAt } of sent) writeReceipt(journal, queue, digest, receivedAt);
    facts.write(fact, JSON.stringify(checkpoint));
  }
}

/** True while some record that stands names the object. */
export function isNamed(journal: Journal, queue: UploadQueue, digest: Digest): boolean {
  return queue.namings(digest).some(({ collection, id }) => {
    const record = journal.read(collection, id);
    if (!record || record.withdrawn !== "") return false;
    if ("renditionDigest" in record) return record.renditionDigest === digest;
    return record.masterDigest === digest || record.wordsDigest === digest;
  });
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
