import { setImmediate as breathe } from "node:timers/promises";
import { type CollectionName, collectionNames } from "#shared/archive/collections.ts";
import type { Digest } from "#shared/base/digest.ts";
import type { MachineCard } from "#shared/keys/machine-card.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import type { BagPart } from "#shared/node/write-bag.ts";
import { machinePath, objectPath, objectsList, recordsPath } from "#shared/parcel/parcel-lines.ts";
import { isSealed } from "#shared/replication/rule-frozen.ts";
import { hashOfRecord } from "#shared/replication/digest.ts";
import type { Journal } from "#electron/journal/journal.ts";
import type { JournalStore } from "#electron/province/journal-store.ts";
import { mayBeSent } from "#electron/province/queue-objects.ts";
import type { UploadQueue, WaitingObject } from "#electron/province/upload-queue.ts";
import type { Carried } from "./carried.ts";

type Parts = {
  journal: Journal;
  objects: ObjectStore;
  store: JournalStore;
  queue: UploadQueue;
  carried: Carried;
};

/** What a parcel written now holds: the records the province lacks, by collection, and the objects that wait. */
export type ParcelContents = {
  ids: Map<CollectionName, string[]>;
  records: number;
  waiting: WaitingObject[];
  bytes: number;
  /** What is left out because the district's centre has it, and sends it on itself. */
  atCentre: { records: number; objects: number };
};

/** `all`: also what the centre is known to have. */
export async function gatherContents(parts: Parts, all: boolean): Promise<ParcelContents> {
  const { journal, objects, store, queue, carried } = parts;
  const atCentre = { records: 0, objects: 0 };
  const ids = new Map<CollectionName, string[]>();
  let records = 0;
  for (const collection of collectionNames) {
    const refused = new Map(store.refused(collection).map(({ id, hash }) => [id, hash]));
    const own: string[] = [];
    for (let after = 0; ;) {
      const { documents, seq } = journal.unsent(collection, after, 500);
      if (documents.length === 0) break;
      for (const record of documents) {
        const hash = hashOfRecord(record);
        if (refused.get(record.id) === hash) continue;
        if (!all && carried.find(collection, record.id)?.hash === hash) atCentre.records += 1;
        else own.push(record.id);
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
    if (!mayBeSent(journal, queue, one.digest) || (await objects.size(one.digest)) !== one.size) continue;
    if (!all && carried.hasObject(one.digest)) atCentre.objects += 1;
    else waiting.push(one);
  }
  return { ids, records, waiting, bytes: waiting.reduce((sum, { size }) => sum + size, 0), atCentre };
}

/** The parts of the bag: the sender's card, records parents first, then the objects in the order in which they would be sent. */
export function partsOf(
  { journal, objects, carried, store }: Parts,
  { ids, waiting }: ParcelContents,
  card: MachineCard | undefined,
  wrote: (bytes: number) => void,
): BagPart[] {
  const records = [...ids].map(([collection, own]): BagPart => ({
    path: recordsPath(collection),
    compress: true,
    async *bytes() {
      for (const [at, id] of own.entries()) {
        const record = journal.read(collection, id);
        if (record) {
          const base = journal.base(collection, id);
          const heldByCentre = carried.find(collection, id)?.clocks;
          // What led up to an acceptance lets in what it was given for.
          const open = "seal" in record && isSealed(record) ? store.beforeAccepted?.(id) : undefined;
          if (open) yield line({ newDocumentState: { ...open, _deleted: false } });
          yield line({
            ...(base && { assumedMasterState: { id, clocks: base } }),
            newDocumentState: { ...record, _deleted: false },
            ...(heldByCentre && { heldByCentre }),
          });
        }
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
  const own: BagPart[] = card
    ? [
        {
          path: machinePath,
          compress: true,
          async *bytes() {
            yield await Promise.resolve(line(card));
          },
        },
      ]
    : [];
  return [
    ...own,
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
