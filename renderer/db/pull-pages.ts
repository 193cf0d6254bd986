import { type BulkWriteRow, createRevision, now } from "rxdb/plugins/core";
import type { RxReplicationState } from "rxdb/plugins/replication";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import type { Checkpoint, WireRecord } from "#shared/replication/messages.ts";
import { type BaseClocks, readBase } from "#shared/replication/notice-conflicts.ts";
import { sameRecord } from "#shared/replication/merge.ts";
import { plain } from "#renderer/db/database.ts";

export type Replication = RxReplicationState<ArchiveRecord, Checkpoint | null>;

/** A run of the desk's records, and how far it leads. */
export type PulledPage = { documents: WireRecord[]; checkpoint: Checkpoint | null };

/** After so many pages RxDB gets one itself, and notes how far it has read: a stop in between costs no more than them. */
const pagesAhead = 40;

/**
 * Pulls from the checkpoint and writes whole pages of new records straight into the collection, the next page under
 * way meanwhile. RxDB's own way looks each record up and writes it in two stores, as a record and as the state that
 * the desk is assumed to hold: it took 2.5 times as long. What RxDB needs of the second is in the record's `_meta`: `o`
 * is its own mark of a state that came from the other side, and `base` has the clocks of that state for when an edit
 * of it is pushed. What is held in another state already, and the last page, are left to RxDB: they are answered.
 */
export async function pullPages(
  replication: Replication,
  ask: (checkpoint: Checkpoint | null) => Promise<PulledPage>,
  checkpoint: Checkpoint | null,
  limit: number,
): Promise<PulledPage> {
  const left = new Map<string, WireRecord>();
  let page = await ask(checkpoint);
  let last: WireRecord | undefined;
  for (let pages = 0; pages < pagesAhead; pages += 1) {
    if (page.documents.length < limit || left.size >= limit || replication.isStopped()) break;
    const coming = ask(page.checkpoint);
    // A failure is heard where the page is awaited, also where the writing fails before.
    coming.catch(() => undefined);
    const others = await writeNew(replication, page.documents);
    // What an earlier page said of a record is past.
    for (const { id } of page.documents) left.delete(id);
    for (const document of others) left.set(document.id, document);
    last = page.documents.at(-1);
    page = await coming;
  }
  for (const document of page.documents) left.set(document.id, document);
  // RxDB notes no checkpoint that comes without a record.
  if (left.size === 0 && last) left.set(last.id, last);
  return { documents: [...left.values()], checkpoint: page.checkpoint };
}

/** The clocks by which the desk handed these records over, of those that `pullPages` wrote and no one pushed since. */
export async function findBases(
  replication: Replication,
  ids: readonly string[],
): Promise<ReadonlyMap<string, BaseClocks>> {
  const bases = new Map<string, BaseClocks>();
  const collection = replication.internalReplicationState?.input.forkInstance;
  if (!collection || ids.length === 0) return bases;
  for (const document of await collection.findDocumentsById([...ids], true)) {
    const base = readBase(document._meta["base"]);
    if (base) bases.set(document.id, base);
  }
  return bases;
}

/** Writes those that the collection has not; answers those it has in another state. */
async function writeNew(replication: Replication, documents: readonly WireRecord[]): Promise<WireRecord[]> {
  const inner = replication.internalReplicationState;
  if (!inner) return [...documents];
  const { database, storageInstance } = replication.collection;
  const hash = await inner.input.hashFunction(inner.input.identifier);
  const rows = documents.map((document): BulkWriteRow<ArchiveRecord> => {
    const record = document as unknown as ArchiveRecord;
    const meta = { lwt: now(), o: { hash, _rev: 1 }, base: record.clocks };
    const more = { _deleted: false, _attachments: {}, _meta: meta, _rev: createRevision(hash) };
    return { document: { ...record, ...more } };
  });
  const written = await inner.downstreamBulkWriteFlag;
  // The collection's own instance would take the mark and the base out of a new record.
  const own = storageInstance.originalStorageInstance;
  const { error } = await database.lockedRun(() => own.bulkWrite(rows, written));
  return error.flatMap((fault) => {
    if (fault.status !== 409) throw new Error(`a pulled record was not written: ${fault.status}`);
    const theirs = plain(fault.writeRow.document);
    const mine = "documentInDb" in fault ? fault.documentInDb : undefined;
    if (mine && sameRecord(plain(mine), theirs)) return [];
    return [{ ...theirs, _deleted: false }];
  });
}
