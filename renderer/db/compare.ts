import { getChangedDocumentsSince, type RxCollection } from "rxdb/plugins/core";
import type { ScreenCollectionName } from "#shared/archive/collections.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import { bucketOf, hashOfRecord, SetDigest } from "#shared/replication/digest.ts";
import { mergeRecords } from "#shared/replication/merge.ts";
import { plain } from "#renderer/db/database.ts";
import type { Saving } from "#renderer/db/saving.ts";
import type { Desk } from "#renderer/desk.ts";

const pageSize = 500;

/**
 * The screen's digest of one collection, read once in slices and kept up to date from RxDB's changes; compares it
 * with the desk's and mends what differs. RxDB's own checkpoints are not believed: a row written after the clock
 * was set back, refused by a schema or skipped after a failed handler is found here and sent or fetched again.
 */
export type Comparison = {
  /** Compares, and mends where needed; answers how many records were sent and fetched again. */
  compare(): Promise<{ equal: boolean; sent: number; fetched: number }>;
  stop(): void;
};

export function compareCollection(
  collection: RxCollection<ArchiveRecord>,
  name: ScreenCollectionName,
  desk: Desk,
  saving: Saving,
): Comparison {
  const hashes = new Map<string, string>();
  const digest = new SetDigest();
  const note = (record: ArchiveRecord) => {
    const hash = hashOfRecord(plain(record));
    const before = hashes.get(record.id);
    if (before === hash) return;
    if (before !== undefined) digest.remove(record.id, before);
    digest.add(record.id, hash);
    hashes.set(record.id, hash);
  };
  const changes = collection.$.subscribe((event) => note(event.documentData));
  let scan: Promise<void> | undefined;

  const readAll = async () => {
    // Walked along the index of last writes, which RxDB always keeps: a walk by id was planned along another index,
    // and read all records again for each page.
    for (let checkpoint: object | undefined; ;) {
      const page = await getChangedDocumentsSince<ArchiveRecord, object>(
        collection.storageInstance,
        pageSize,
        checkpoint,
      );
      for (const document of page.documents) {
        if (!hashes.has(document.id)) note(document);
      }
      if (page.documents.length < pageSize) return;
      checkpoint = page.checkpoint;
      await new Promise((resume) => setTimeout(resume, 0));
    }
  };

  return {
    async compare() {
      scan ??= readAll();
      await scan;
      const theirs = await desk.call("records.digest", { collection: name });
      if (theirs.digest === digest.digest()) return { equal: true, sent: 0, fetched: 0 };
      const mended = await mend(collection, name, desk, saving, hashes, digest);
      const after = await desk.call("records.digest", { collection: name });
      return { equal: after.digest === digest.digest(), ...mended };
    },
    stop: () => changes.unsubscribe(),
  };
}

async function mend(
  collection: RxCollection<ArchiveRecord>,
  name: ScreenCollectionName,
  desk: Desk,
  saving: Saving,
  hashes: ReadonlyMap<string, string>,
  digest: SetDigest,
) {
  const { buckets } = await desk.call("records.buckets", { collection: name });
  const mine = digest.buckets();
  const differing = new Set(mine.flatMap((bucket, at) => (bucket === buckets[at] ? [] : [at])));
  const local = new Map<number, string[]>();
  for (const id of hashes.keys()) {
    const bucket = bucketOf(id);
    if (differing.has(bucket)) local.set(bucket, [...(local.get(bucket) ?? []), id]);
  }
  let sent = 0;
  let fetched = 0;
  for (const bucket of differing) {
    const answer = await desk.call("records.hashes", { collection: name, bucket });
    const theirs = new Map(answer.hashes);
    const toSend = (local.get(bucket) ?? []).filter((id) => theirs.get(id) !== hashes.get(id));
    const toFetch = [...theirs.keys()].filter((id) => theirs.get(id) !== hashes.get(id));
    sent += await send(collection, name, desk, saving, toSend);
    fetched += await fetchAgain(collection, name, desk, toFetch);
  }
  return { sent, fetched };
}

async function send(
  collection: RxCollection<ArchiveRecord>,
  name: ScreenCollectionName,
  desk: Desk,
  saving: Saving,
  ids: string[],
): Promise<number> {
  if (ids.length === 0) return 0;
  const found = [...(await collection.findByIds(ids).exec()).values()];
  const records = found.map((document) => document.toJSON() as ArchiveRecord);
  const answer = await desk.call("records.push", {
    collection: name,
    rows: records.map((record) => ({ newDocumentState: record as never })),
  });
  const refused = new Set(answer.refused.map((refusal) => refusal.id));
  saving.saved(
    name,
    records.filter((record) => !refused.has(record.id)),
  );
  return records.length;
}

async function fetchAgain(
  collection: RxCollection<ArchiveRecord>,
  name: ScreenCollectionName,
  desk: Desk,
  ids: string[],
): Promise<number> {
  for (let at = 0; at < ids.length; at += pageSize) {
    const slice = ids.slice(at, at + pageSize);
    const { documents } = await desk.call("records.read", { collection: name, ids: slice });
    const held = await collection.findByIds(slice).exec();
    const merged = documents.map((document) => {
      const theirs = plain(document) as unknown as ArchiveRecord;
      const mine = held.get(theirs.id);
      return mine ? mergeRecords(mine.toJSON() as ArchiveRecord, theirs) : theirs;
    });
    await collection.bulkUpsert(merged);
  }
  return ids.length;
}
