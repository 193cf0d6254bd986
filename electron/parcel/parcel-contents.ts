import { setImmediate as breathe } from "node:timers/promises";
import { type CollectionName, collectionNames } from "#shared/archive/collections.ts";
import type { Digest } from "#shared/base/digest.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import type { BagPart } from "#shared/node/write-bag.ts";
import { objectPath, objectsList, recordsPath } from "#shared/parcel/parcel-lines.ts";
import { hashOfRecord } from "#shared/replication/digest.ts";
import type { Journal } from "#electron/journal/journal.ts";
import type { JournalStore } from "#electron/province/journal-store.ts";
import { mayBeSent } from "#electron/province/queue-objects.ts";
import type { UploadQueue, WaitingObject } from "#electron/province/upload-queue.ts";

type Parts = { journal: Journal; objects: ObjectStore; store: JournalStore; queue: UploadQueue };

/** What a parcel written now holds: the records the province lacks, by collection, and the objects that wait. */
export type ParcelContents = {
  ids: Map<CollectionName, string[]>;
  records: number;
  waiting: WaitingObject[];
  bytes: number;
};

export async function gatherContents(parts: Parts): Promise<ParcelContents> {
  const { journal, objects, store, queue } = parts;
  const ids = new Map<CollectionName, string[]>();
  let records = 0;
  for (const collection of collectionNames) {
    const refused = new Map(store.refused(collection).map(({ id, hash }) => [id, hash]));
    const own: string[] = [];
    for (let after = 0; ;) {
      const { documents, seq } = journal.unsent(collection, after, 500);
      if (documents.length === 0) break;
      for (const record of documents) {
        if (refused.get(record.id) !== hashOfRecord(record)) own.push(record.id);
      }
      after = seq;
      await breathe();
    }
    ids.set(collection, own);
    records += own.length;
  }
  const waiting: WaitingObject[] = [];
  for (const one of queue.waiting()) {
    // What must stay here stays here, whichever way it would travel.
    if (mayBeSent(journal, queue, one.digest) && (await objects.size(one.digest)) === one.size)
      waiting.push(one);
  }
  return { ids, records, waiting, bytes: waiting.reduce((sum, { size }) => sum + size, 0) };
}

/** The parts of the bag: records parents first, then the objects in the order in which they would be sent. */
export function partsOf(
  { journal, objects }: Parts,
  { ids, waiting }: ParcelContents,
  wrote: (bytes: number) => void,
): BagPart[] {
  const records = [...ids].map(([collection, own]): BagPart => ({
    path: recordsPath(collection),
    compress: true,
    async *bytes() {
      for (const [at, id] of own.entries()) {
        const record = journal.read(collection, id);
        if (record) yield line({ newDocumentState: { ...record, _deleted: false } });
        if (at % 200 === 0) await breathe();
      }
    },
  }));
  const list: BagPart = {
    path: objectsList,
    compress: true,
    async *bytes() {
      for (const one of waiting) yield await Promise.resolve(line(one));
    },
  };
  const bytesOf = async function* (digest: Digest) {
    for await (const chunk of objects.read(digest) as AsyncIterable<Uint8Array>) {
      wrote(chunk.length);
      yield chunk;
    }
  };
  return [
    ...records,
    list,
    ...waiting.map(({ digest }): BagPart => ({
      path: objectPath(digest),
      compress: false,
      bytes: () => bytesOf(digest),
    })),
  ];
}

function line(value: object): Uint8Array {
  return Buffer.from(`${JSON.stringify(value)}\n`);
}
