import type { CollectionName, Records } from "#shared/archive/collections.ts";
import type { Batch } from "#shared/archive/batch.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import type { Role } from "#shared/archive/role.ts";
import { recordShapes } from "#shared/archive/shapes.ts";
import { covers } from "#shared/archive/unit.ts";
import { canonicalJson } from "#shared/base/canonical.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { ReplicationAnswers } from "#shared/node/replication-routes.ts";
import { Refused } from "#shared/node/typed-routes.ts";
import type { SetDigest } from "#shared/replication/digest.ts";
import { mergeRecords } from "#shared/replication/merge.ts";
import type { PushAnswer, PushRow, Refusal, WireRecord } from "#shared/replication/messages.ts";
import { type BaseClocks, baseOfRow } from "#shared/replication/notice-conflicts.ts";
import { readRecord } from "#shared/replication/read-record.ts";
import { ruleBatch } from "#shared/replication/rule-batch.ts";
import type { Journal } from "#electron/journal/journal.ts";

/** The digests of a journal within scopes, read once and kept until something is written. */
export function openScopedDigests(journal: Journal) {
  const kept = new Map<string, SetDigest>();
  const stop = journal.onWrite((collection) => {
    for (const key of kept.keys()) if (key.startsWith(`${collection} `)) kept.delete(key);
  });
  return {
    of(collection: CollectionName, scope: string): SetDigest {
      const key = `${collection} ${scope}`;
      const known = kept.get(key) ?? journal.within(scope).digest(collection);
      kept.set(key, known);
      return known;
    },
    stop,
  };
}

type Asker = { scope: string; role: Role };

/**
 * The replication protocol over this machine's journal for another machine of the centre. A push is merged like any
 * other source's, with both values of a conflict kept, and is on the disk when it is answered; what lies outside of
 * the asker's scope is neither taken nor given.
 */
export function hubAnswers(
  journal: Journal,
  digests: Pick<ReturnType<typeof openScopedDigests>, "of">,
  { scope, role }: Asker,
): ReplicationAnswers {
  const within = journal.within(scope);
  return {
    pull(collection, { checkpoint, limit }) {
      const answer = within.pull(collection, checkpoint, limit);
      return { documents: answer.documents.map(onWire), checkpoint: answer.checkpoint };
    },
    push: (collection, rows) => push(journal, { scope, role }, collection, rows),
    digest(collection) {
      const digest = digests.of(collection, scope);
      return { count: digest.count, digest: digest.digest() };
    },
    buckets: (collection) => digests.of(collection, scope).buckets(),
    hashes: (collection, bucket) => within.hashes(collection, bucket),
    read: (collection, ids) =>
      [...new Set(ids)].flatMap((id) => {
        const record = journal.read(collection, id);
        return record && covers(scope, record.scope) ? [onWire(record)] : [];
      }),
  };
}

function push(
  journal: Journal,
  asker: Asker,
  collection: CollectionName,
  rows: readonly PushRow[],
): PushAnswer {
  const refused: Refusal[] = [];
  const sent: Records[CollectionName][] = [];
  const bases = new Map<string, BaseClocks>();
  for (const row of rows) {
    const { newDocumentState: state } = row;
    const read = readRecord(collection, state);
    if (!read.ok) {
      refused.push({ id: state.id, code: "not-a-record", detail: read.fault });
      continue;
    }
    const record = read.value;
    const held = journal.read(collection, record.id);
    const outside = [record, ...(held ? [held] : [])].find((one) => !covers(asker.scope, one.scope));
    if (outside) {
      const detail = outside === record ? record.scope : "the record is another's";
      refused.push({ id: record.id, code: "not-your-scope", detail });
      continue;
    }
    const base = baseOfRow(row);
    if (base) bases.set(record.id, base);
    sent.push(record);
  }
  const ruled = sent.map((record) => rule(journal, asker.role, collection, record));
  try {
    journal.write(collection, ruled, "centre", { bases });
  } catch (error) {
    if (error instanceof DeskFault) throw new Refused(503, error.code, error.message);
    throw error;
  }
  // "Conflicts" of the protocol are the states held otherwise than they were sent.
  const conflicts = new Map<string, WireRecord>();
  for (const record of sent) {
    const held = journal.read(collection, record.id);
    if (held && canonicalJson(held) !== canonicalJson(record)) conflicts.set(record.id, onWire(held));
  }
  return { conflicts: [...conflicts.values()], refused };
}

/**
 * The steps of a batch that this hub holds are ruled by the role of the machine that pushes, as the province would:
 * the hub sends them on in its own name. What it has never seen it takes as it comes, for the steps before are unknown.
 */
function rule<Name extends CollectionName>(
  journal: Journal,
  role: Role,
  collection: Name,
  record: Records[Name],
): Records[Name] {
  const held = journal.read(collection, record.id);
  if (collection !== "batches" || !isBatch(held) || !isBatch(record)) return record;
  const merged = mergeRecords(held, record);
  if (merged.state === held.state) return record;
  return ruleBatch(held, merged, role, journal.stamp(merged.updatedBy)) as Records[Name];
}

function isBatch(record: ArchiveRecord | undefined): record is Batch {
  return recordShapes.batches.Check(record);
}

function onWire(record: ArchiveRecord): WireRecord {
  return { ...record, _deleted: false };
}
