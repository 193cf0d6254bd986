import { type CollectionName, collectionNames, type Records } from "#shared/archive/collections.ts";
import { bucketOf, SetDigest } from "#shared/replication/digest.ts";
import { mergeRecords } from "#shared/replication/merge.ts";
import type { Checkpoint, WireRecord } from "#shared/replication/messages.ts";
import { canonicalJson } from "#shared/base/canonical.ts";
import { chainStart, hashOfLink, sha256 } from "#electron/journal/chain.ts";
import type { RefusedRow, SyncStore } from "#shared/replication/sync-store.ts";

type Row = { record: WireRecord; hash: string; seq: number; atProvince: boolean };
type Table = {
  rows: Map<string, Row>;
  digests: Map<string, SetDigest>;
  pulled: Checkpoint | null;
  refused: RefusedRow[];
};

type Entry = Parameters<typeof hashOfLink>[1];

/** A device's records in memory, with the same rules as the journal. */
export type MemoryStore = SyncStore & {
  /** A write by the device itself. */
  write<Name extends CollectionName>(collection: Name, record: Records[Name]): void;
  ids(collection: CollectionName): string[];
  /** Every record at its last place in the order of writing. */
  rows(collection: CollectionName): Iterable<{ record: WireRecord; hash: string; seq: number }>;
  /** The place of the last write to a collection. */
  lastOf(collection: CollectionName): number;
  /** The digest of the records within a scope; the empty text is for all. */
  digestWithin(collection: CollectionName, scope: string): SetDigest;
  /** True where every entry of the log follows the one before. */
  chainHolds(): boolean;
  /** Forgets what lives only as long as the store is open. */
  restarted(): void;
  /** A store that holds the same now and goes its own way from here, as a copy of the disk would. */
  copy(): MemoryStore;
};

/** The disk takes no more: nothing of the call was done. */
export class DiskFull extends Error {}

/** Whether a write meets a full disk, and whether what the province holds is a record to this version. */
type Circumstances = { full: () => boolean; knows: (record: WireRecord) => boolean };

const usual: Circumstances = { full: () => false, knows: () => true };

export function memoryStore({ full, knows }: Circumstances = usual, from?: MemoryStore): MemoryStore {
  const tables = new Map<CollectionName, Table>();
  for (const name of collectionNames) {
    tables.set(name, { rows: new Map(), digests: new Map(), pulled: null, refused: [] });
  }
  let last = 0;
  const log: { entry: Entry; hash: string }[] = [];
  const lasts = new Map<CollectionName, number>();
  /** The digests of the scopes that a record lies in: all, its province, its district, its commune. */
  const digestsOf = (name: CollectionName, record: WireRecord) => {
    const scope: unknown = Reflect.get(record, "scope");
    const parts = typeof scope === "string" ? scope.split(".") : [];
    return parts.reduce(
      (found, _, at) => [...found, digestOf(name, parts.slice(0, at + 1).join("."))],
      [digestOf(name, "")],
    );
  };
  const digestOf = (name: CollectionName, scope: string) => {
    const { digests } = table(name);
    const digest = digests.get(scope) ?? new SetDigest();
    digests.set(scope, digest);
    return digest;
  };
  const asides = new Map<CollectionName, Map<string, string>>();
  const aside = (name: CollectionName) => {
    const known = asides.get(name) ?? new Map<string, string>();
    asides.set(name, known);
    return known;
  };
  const needRoom = () => {
    if (full()) throw new DiskFull("disk full");
  };
  const table = (name: CollectionName): Table => {
    const found = tables.get(name);
    if (!found) throw new Error(name);
    return found;
  };
  const put = (name: CollectionName, handed: WireRecord, fromProvince: boolean) => {
    const { rows } = table(name);
    const before = rows.get(handed.id);
    const handedHash = quickHash(handed);
    const record = before ? merged(before.record, handed) : merged(handed, handed);
    const hash = quickHash(record);
    const atProvince = fromProvince && hash === handedHash;
    if (before?.hash === hash) {
      before.atProvince ||= atProvince;
      return;
    }
    if (before) for (const digest of digestsOf(name, before.record)) digest.remove(handed.id, before.hash);
    for (const digest of digestsOf(name, record)) digest.add(handed.id, hash);
    last += 1;
    lasts.set(name, last);
    const entry = { seq: last, collection: name, id: handed.id, origin: "", device: "", at: "", state: hash };
    log.push({ entry, hash: hashOfLink(log.at(-1)?.hash ?? chainStart, entry) });
    rows.set(handed.id, { record, hash, seq: last, atProvince });
  };
  for (const name of from ? collectionNames : []) {
    const rows = [...(from?.rows(name) ?? [])].sort((one, other) => one.seq - other.seq);
    for (const { record } of rows) put(name, record, false);
  }
  const store: MemoryStore = {
    write(name, record) {
      needRoom();
      put(name, record, false);
    },
    rows: (name) => table(name).rows.values(),
    lastOf: (name) => lasts.get(name) ?? 0,
    chainHolds() {
      let before = chainStart;
      return log.every(({ entry, hash }, at) => {
        const follows = entry.seq === at + 1 && hash === hashOfLink(before, entry);
        before = hash;
        return follows;
      });
    },
    copy: () => memoryStore({ full, knows }, store),
    ids: (name) => [...table(name).rows.keys()],
    unsent<Name extends CollectionName>(name: Name, after: number, limit: number) {
      const due = [...table(name).rows.values()]
        .filter(({ atProvince, seq }) => !atProvince && seq > after)
        .sort((one, other) => one.seq - other.seq)
        .slice(0, limit);
      return { documents: due.map(({ record }) => of<Name>(record)), seq: due.at(-1)?.seq ?? after };
    },
    read<Name extends CollectionName>(name: Name, id: string) {
      const row = table(name).rows.get(id);
      return row && of<Name>(row.record);
    },
    acknowledge(name, records) {
      needRoom();
      for (const record of records) put(name, record, true);
      const ids = new Set(records.map(({ id }) => id));
      table(name).refused = table(name).refused.filter(({ id }) => !ids.has(id));
    },
    merge(name, documents) {
      needRoom();
      for (const record of documents.map(plainRecord)) {
        if (knows(record)) {
          put(name, record, true);
          aside(name).delete(record.id);
        } else aside(name).set(record.id, quickHash(record));
      }
      const held = new Set(documents.map(({ id }) => id));
      table(name).refused = table(name).refused.filter(
        ({ id }) => !held.has(id) || table(name).rows.get(id)?.atProvince !== true,
      );
    },
    base: () => undefined,
    markUnsent(name, ids) {
      for (const [id, row] of table(name).rows) if (!ids || ids.includes(id)) row.atProvince = false;
    },
    digest: (name) => ({ count: digestOf(name, "").count, digest: digestOf(name, "").digest() }),
    digestWithin: (name, scope) => digestOf(name, scope),
    buckets: (name) => digestOf(name, "").buckets(),
    hashes: (name, bucket) =>
      [...table(name).rows].filter(([id]) => bucketOf(id) === bucket).map(([id, { hash }]) => [id, hash]),
    pulled: (name) => table(name).pulled,
    putAside: aside,
    restarted: () => asides.clear(),
    setPulled(name, checkpoint) {
      needRoom();
      table(name).pulled = checkpoint;
    },
    refused: (name) => table(name).refused,
    refuse(name, rows) {
      needRoom();
      const ids = new Set(rows.map(({ id }) => id));
      table(name).refused = [...table(name).refused.filter(({ id }) => !ids.has(id)), ...rows];
    },
  };
  return store;
}

/** As `hashOfRecord`, with the machine's own code: thousands of worlds are hashed. */
export function quickHash(record: WireRecord): string {
  return sha256(canonicalJson(record)).slice(0, 32);
}

/** A document of the wire without the flag of RxDB's own. */
export function plainRecord(document: WireRecord): WireRecord {
  const record = { ...document };
  delete record._deleted;
  return record;
}

function merged(one: WireRecord, other: WireRecord): WireRecord {
  return { ...mergeRecords(asRecord(one), asRecord(other)) };
}

function asRecord(record: WireRecord): Records["fonds"] {
  return record as unknown as Records["fonds"];
}

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller asked for this collection
function of<Name extends CollectionName>(record: WireRecord): Records[Name] {
  return record as unknown as Records[Name];
}
