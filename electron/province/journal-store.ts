import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import { Check } from "typebox/value";
import { type Batch, isAccepted } from "#shared/archive/batch.ts";
import { type CollectionName, collectionNames, type Records } from "#shared/archive/collections.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import { recordShapes } from "#shared/archive/shapes.ts";
import { canonicalJson } from "#shared/base/canonical.ts";
import { without } from "#shared/base/without.ts";
import { checkpointSchema, type WireRecord } from "#shared/replication/messages.ts";
import type { BaseClocks } from "#shared/replication/notice-conflicts.ts";
import type { RefusedRow, SyncStore } from "#shared/replication/sync-store.ts";
import { asRead } from "#electron/journal/as-read.ts";
import { sha256 } from "#electron/journal/chain.ts";
import type { Journal, Known } from "#electron/journal/journal.ts";
import type { Quarantine } from "#electron/journal/quarantine.ts";
import { numberIn, type Row, textIn } from "#electron/journal/row.ts";
import { inTransaction } from "#electron/journal/transaction.ts";
import type { Facts } from "./facts.ts";
import { hubFact } from "./known-province.ts";
import { type MergedFields, openMerges } from "./merges.ts";

/** The engine's store: the journal, with the province's checkpoints and refusals in the sync database. */
export type JournalStore = SyncStore & {
  /** True while a write to the journal is the engine's own. */
  merging(): boolean;
  /** How many records the province does not take, and how many it keeps until their parents come. */
  asideCounts(): { refused: number; held: number };
  /** Every record on the list of those the province does not take or keeps, the latest first, at most `limit`. */
  refusedList(limit: number): (RefusedRow & { collection: CollectionName; at: string })[];
  /** The fields in which a record was merged with another's edit, while it is as that left it. */
  mergedFields(collection: CollectionName, record: Records[CollectionName]): MergedFields | undefined;
  /** Lets refused rows be sent again as they are. */
  forgetRefused(): void;
  /**
   * Leaves what lies outside this scope out of sending and comparing: a machine that changed its unit or role keeps
   * what it had, and the province would refuse it.
   */
  keepWithin(scope: string): void;
};

/** Whether what the province holds is a record to this version of the desk. */
type IsRecord = (collection: CollectionName, value: unknown) => value is Records[CollectionName];

const refusalCodes = [
  "not-your-scope",
  "not-your-role",
  "not-a-record",
  "secret",
  "batch-accepted",
  "too-large",
  "province-fails",
  "held",
] as const;

export function openJournalStore(
  database: Sqlite,
  facts: Facts,
  journal: Journal & Quarantine,
  now: () => number,
  isRecord: IsRecord = isOfThisVersion,
): JournalStore {
  const findRefused = database.prepare("SELECT * FROM refused WHERE collection = ?");
  const listRefused = database.prepare("SELECT * FROM refused ORDER BY at DESC, id LIMIT ?");
  const countAside = database.prepare("SELECT count(*) AS rows, total(code = 'held') AS held FROM refused");
  const merges = openMerges(database);
  const setRefused = database.prepare(
    `INSERT OR REPLACE INTO refused (collection, id, hash, code, detail, retry_at, tries, at)
     VALUES (?,?,?,?,?,?,?,?)`,
  );
  const forget = database.prepare("DELETE FROM refused WHERE collection = ? AND id = ?");
  let merging = false;
  const write = <Name extends CollectionName>(
    collection: Name,
    records: readonly Records[Name][],
    noticing?: Known,
  ) => {
    merging = true;
    try {
      const origin = facts.read(hubFact) === "" ? "province" : "hub";
      const written = journal.write(collection, records, origin, noticing);
      // What the province holds in just this state, it no longer refuses.
      const taken = written.filter(({ asHandedIn }) => asHandedIn).map(({ record }) => record.id);
      const known = new Set(findRefused.all(collection).map((row) => textIn(row, "id")));
      for (const id of taken) if (known.has(id)) forget.run(collection, id);
    } finally {
      merging = false;
    }
  };
  const isUnsent =
    (collection: CollectionName) =>
    ({ id }: Records[CollectionName]) =>
      journal.sent(collection, id)?.atProvince === false;
  const aside = new Map<CollectionName, Map<string, string>>();
  const putAside = (collection: CollectionName) => {
    const known = aside.get(collection) ?? new Map<string, string>();
    aside.set(collection, known);
    return known;
  };
  const outside = new Map<CollectionName, RefusedRow[]>();
  const refused = (collection: CollectionName) => [
    ...findRefused.all(collection).map(readRefused),
    ...(outside.get(collection) ?? []),
  ];
  return {
    unsent: (collection, afterSeq, limit) => journal.unsent(collection, afterSeq, limit),
    read: (collection, id) => journal.read(collection, id),
    base(collection, record) {
      const as = asRead(record);
      return as ? as.base : journal.base(collection, record.id);
    },
    markUnsent: (collection, ids) => journal.markUnsent(collection, ids),
    beforeAccepted: (id) =>
      journal
        .states("batches", id)
        .states.map(({ state }) => state)
        .findLast((state): state is Batch => isBatch(state) && !isAccepted(state.state)),
    digest: (collection) => journal.digest(collection),
    buckets: (collection) => journal.buckets(collection),
    hashes: (collection, bucket) => journal.hashes(collection, bucket),
    acknowledge: (collection, records) => write(collection, records, { sent: clocksOf(records) }),
    merge(collection, documents, sent = []) {
      const taken: Records[CollectionName][] = [];
      const strange: WireRecord[] = [];
      for (const document of documents) {
        const record: WireRecord = without(document, "_deleted");
        if (isRecord(collection, record)) taken.push(record);
        else strange.push(record);
      }
      for (const { id } of taken) putAside(collection).delete(id);
      if (strange.length > 0) {
        for (const state of strange) putAside(collection).set(state.id, hashOfState(state));
        const row = { collection, code: "not-a-record", detail: "from the province" };
        journal.quarantine(strange.map((state) => ({ ...row, id: state.id, state })));
      }
      const unsent = journal.unsentCount(collection) === 0 ? [] : taken.filter(isUnsent(collection));
      const before = unsent.map((theirs) => ({ theirs, before: journal.read(collection, theirs.id) }));
      if (taken.length > 0) write(collection, taken, { sent: clocksOf(sent) });
      for (const { theirs, before: own } of before) {
        const after = journal.read(collection, theirs.id);
        if (own && after) merges.note(collection, { before: own, theirs, after });
      }
    },
    putAside,
    pulled(collection) {
      const text = facts.read(`pulled:${collection}`);
      const checkpoint: unknown = text === "" ? null : JSON.parse(text);
      return Check(checkpointSchema, checkpoint) ? checkpoint : null;
    },
    setPulled: (collection, checkpoint) =>
      facts.write(`pulled:${collection}`, checkpoint ? JSON.stringify(checkpoint) : ""),
    refused,
    refuse(collection, rows) {
      inTransaction(database, () => {
        const at = new Date(now()).toISOString();
        for (const { id, hash, code, detail, retryAt = null, tries = 0 } of rows) {
          setRefused.run(collection, id, hash, code, detail.slice(0, 500), retryAt, tries, at);
        }
      });
    },
    keepWithin(scope) {
      for (const collection of collectionNames) {
        const rows = journal.outside(collection, scope);
        outside.set(
          collection,
          rows.map((row) => ({ ...row, code: "not-your-scope", detail: "" })),
        );
      }
    },
    merging: () => merging,
    asideCounts() {
      const row = countAside.get() ?? {};
      const held = numberIn(row, "held");
      return { held, refused: numberIn(row, "rows") - held };
    },
    mergedFields: (collection, record) => merges.find(collection, record),
    refusedList: (limit) =>
      listRefused.all(limit).flatMap((row) => {
        const collection = collectionNames.find((name) => name === row["collection"]);
        return collection ? [{ ...readRefused(row), collection, at: textIn(row, "at") }] : [];
      }),
    forgetRefused: () => database.exec("DELETE FROM refused"),
  };
}

function isOfThisVersion(collection: CollectionName, value: unknown): value is Records[CollectionName] {
  return recordShapes[collection].Check(value);
}

function isBatch(state: unknown): state is Batch {
  return recordShapes.batches.Check(state);
}

function clocksOf(records: readonly Pick<ArchiveRecord, "id" | "clocks">[]): ReadonlyMap<string, BaseClocks> {
  return new Map(records.map(({ id, clocks }) => [id, clocks]));
}

/** As `hashOfRecord`, of what may be no record. */
function hashOfState(state: object): string {
  return sha256(canonicalJson(state)).slice(0, 32);
}

function readRefused(row: Row): RefusedRow {
  const code = refusalCodes.find((known) => known === row["code"]) ?? "not-a-record";
  const retryAt = row["retry_at"];
  return {
    id: textIn(row, "id"),
    hash: textIn(row, "hash"),
    code,
    detail: textIn(row, "detail"),
    retryAt: typeof retryAt === "number" ? retryAt : undefined,
    tries: numberIn(row, "tries"),
  };
}
