import { type CollectionName, collectionNames, type Records } from "#shared/archive/collections.ts";
import { bucketOf, hashOfRecord, SetDigest } from "#shared/replication/digest.ts";
import { mergeRecords } from "#shared/replication/merge.ts";
import type { Checkpoint, WireRecord } from "#shared/replication/messages.ts";
import type { RefusedRow, SyncStore } from "#shared/replication/sync-store.ts";

type Row = { record: WireRecord; hash: string; seq: number; atProvince: boolean };
type Table = { rows: Map<string, Row>; digest: SetDigest; pulled: Checkpoint | null; refused: RefusedRow[] };

/** A device's records in memory, with the same rules as the journal. */
export type MemoryStore = SyncStore & {
  /** A write by the device itself. */
  write<Name extends CollectionName>(collection: Name, record: Records[Name]): void;
  ids(collection: CollectionName): string[];
};

export function memoryStore(): MemoryStore {
  const tables = new Map<CollectionName, Table>();
  for (const name of collectionNames) {
    tables.set(name, { rows: new Map(), digest: new SetDigest(), pulled: null, refused: [] });
  }
  let last = 0;
  const table = (name: CollectionName): Table => {
    const found = tables.get(name);
    if (!found) throw new Error(name);
    return found;
  };
  const put = (name: CollectionName, handed: WireRecord, fromProvince: boolean) => {
    const { rows, digest } = table(name);
    const before = rows.get(handed.id);
    const handedHash = hashOfRecord(asRecord(handed));
    const record = before ? merged(before.record, handed) : merged(handed, handed);
    const hash = hashOfRecord(asRecord(record));
    const atProvince = fromProvince && hash === handedHash;
    if (before?.hash === hash) {
      before.atProvince ||= atProvince;
      return;
    }
    if (before) digest.remove(handed.id, before.hash);
    digest.add(handed.id, hash);
    last += 1;
    rows.set(handed.id, { record, hash, seq: last, atProvince });
  };
  return {
    write: (name, record) => put(name, record, false),
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
      for (const record of records) put(name, record, true);
      const ids = new Set(records.map(({ id }) => id));
      table(name).refused = table(name).refused.filter(({ id }) => !ids.has(id));
    },
    merge(name, documents) {
      for (const document of documents) put(name, plainRecord(document), true);
    },
    base: () => undefined,
    markUnsent(name, ids) {
      for (const [id, row] of table(name).rows) if (!ids || ids.includes(id)) row.atProvince = false;
    },
    digest: (name) => ({ count: table(name).digest.count, digest: table(name).digest.digest() }),
    buckets: (name) => table(name).digest.buckets(),
    hashes: (name, bucket) =>
      [...table(name).rows].filter(([id]) => bucketOf(id) === bucket).map(([id, { hash }]) => [id, hash]),
    pulled: (name) => table(name).pulled,
    setPulled: (name, checkpoint) => void (table(name).pulled = checkpoint),
    refused: (name) => table(name).refused,
    refuse(name, rows) {
      const ids = new Set(rows.map(({ id }) => id));
      table(name).refused = [...table(name).refused.filter(({ id }) => !ids.has(id)), ...rows];
    },
  };
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
