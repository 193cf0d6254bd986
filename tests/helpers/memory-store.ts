import { type CollectionName, collectionNames, type Records } from "#shared/archive/collections.ts";
import { bucketOf, SetDigest } from "#shared/replication/digest.ts";
import { mergeRecords } from "#shared/replication/merge.ts";
import type { Checkpoint, WireRecord } from "#shared/replication/messages.ts";
import { type BaseClocks, laterClocks, noticeConflicts } from "#shared/replication/notice-conflicts.ts";
import { canonicalJson } from "#shared/base/canonical.ts";
import { chainStart, hashOfLink, sha256 } from "#electron/journal/chain.ts";
import type { RefusedRow, SyncStore } from "#shared/replication/sync-store.ts";

type Row = {
  record: WireRecord;
  hash: string;
  seq: number;
  atProvince: boolean;
  /** The clocks of the last state that the province was known to hold, of a row that is unsent. */
  base: BaseClocks | undefined;
  /** The hash of every state there ever was. */
  past: ReadonlySet<string>;
};
type Table = {
  rows: Map<string, Row>;
  digests: Map<string, SetDigest>;
  pulled: Checkpoint | null;
  refused: RefusedRow[];
};

/** What is known of a state that is handed in; see the journal's `Known`. */
type Known = { province?: boolean; sent?: BaseClocks | undefined; base?: BaseClocks | undefined };

type Entry = Parameters<typeof hashOfLink>[1];

/** The store of a machine that takes part in a simulated world. */
export type WorldStore = SyncStore & {
  /**
   * A write by the device itself, or by one that sends to it and knew it to hold the state of `base`: where both have
   * changed a field since, a conflict is kept, but for a state that was here before and comes once more.
   */
  write<Name extends CollectionName>(collection: Name, record: Records[Name], base?: BaseClocks): void;
  ids(collection: CollectionName): string[];
  records(collection: CollectionName): WireRecord[];
  /** Every record at its last place in the order of writing. */
  rows(collection: CollectionName): Iterable<{ record: WireRecord; hash: string; seq: number }>;
  /** The place of the last write to a collection. */
  lastOf(collection: CollectionName): number;
  /** The digest of the records within a scope; the empty text is for all. */
  digestWithin(collection: CollectionName, scope: string): SetDigest;
  /** True where every entry of the log follows the one before. */
  chainHolds(): boolean | Promise<boolean>;
  /** Forgets what lives only as long as the store is open; with `lossy` also what is not of the journal. */
  restarted(lossy?: boolean): void;
};

/** A device's records in memory, with the same rules as the journal; and with a province's, for what is sent to it. */
export type MemoryStore = WorldStore & {
  /** A store that holds the same now and goes its own way from here, as a copy of the disk would. */
  copy(): MemoryStore;
  /** The hashes of all states there were of each record. */
  pasts(collection: CollectionName): [id: string, past: ReadonlySet<string>][];
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
  const put = (name: CollectionName, handed: WireRecord, known: Known) => {
    for (const conflict of merge(name, handed, known)) {
      // One that is here already may have been settled since.
      if (!table("conflicts").rows.has(conflict.id)) merge("conflicts", { ...conflict }, {});
    }
  };
  const merge = (name: CollectionName, handed: WireRecord, known: Known): readonly Records["conflicts"][] => {
    const { rows } = table(name);
    const before = rows.get(handed.id);
    const handedHash = quickHash(handed);
    const fromProvince = known.province === true;
    if (before?.hash === handedHash) {
      if (fromProvince) Object.assign(before, { atProvince: true, base: undefined });
      return [];
    }
    const base = before?.atProvince === false ? before.base : undefined;
    const both = base || known.sent ? laterClocks(base ?? {}, known.sent) : undefined;
    const noticing = fromProvince ? both : known.base;
    const [held, brought] = [before?.record, handed].map((state) => state && asRecord(state));
    const [one, other] = fromProvince ? [brought, held] : [held, brought];
    const isNews = noticing && one && other && (fromProvince || !before?.past.has(handedHash));
    const conflicts = isNews ? noticeConflicts(name, noticing, one, other) : [];
    const record = before ? merged(before.record, handed) : merged(handed, handed);
    const hash = quickHash(record);
    if (before?.hash === hash) {
      if (fromProvince && !before.atProvince) before.base = clocksOf(handed);
      return conflicts;
    }
    if (before) for (const digest of digestsOf(name, before.record)) digest.remove(handed.id, before.hash);
    for (const digest of digestsOf(name, record)) {
      digest.add(handed.id, hash);
      knownDigests.delete(digest);
    }
    last += 1;
    lasts.set(name, last);
    const entry = { seq: last, collection: name, id: handed.id, origin: "", device: "", at: "", state: hash };
    log.push({ entry, hash: hashOfLink(log.at(-1)?.hash ?? chainStart, entry) });
    const atProvince = fromProvince && hash === handedHash;
    const atLast = fromProvince
      ? clocksOf(handed)
      : before?.atProvince === true
        ? clocksOf(before.record)
        : base;
    const past = new Set(before?.past).add(hash);
    rows.set(handed.id, { record, hash, seq: last, atProvince, base: atProvince ? undefined : atLast, past });
    return conflicts;
  };
  for (const name of from ? collectionNames : []) {
    const rows = [...(from?.rows(name) ?? [])].sort((one, other) => one.seq - other.seq);
    for (const { record } of rows) put(name, record, {});
    for (const [id, past] of from?.pasts(name) ?? []) {
      const row = table(name).rows.get(id);
      if (row) row.past = past;
    }
  }
  const store: MemoryStore = {
    write(name, record, base) {
      needRoom();
      put(name, record, { base });
    },
    pasts: (name) => [...table(name).rows].map(([id, { past }]) => [id, past]),
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
    records: (name) => [...table(name).rows.values()].map(({ record }) => record),
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
      for (const record of records) put(name, record, { province: true, sent: record.clocks });
      const ids = new Set(records.map(({ id }) => id));
      table(name).refused = table(name).refused.filter(({ id }) => !ids.has(id));
    },
    merge(name, documents, sent = []) {
      needRoom();
      const clocks = new Map(sent.map((record) => [record.id, record.clocks]));
      for (const record of documents.map(plainRecord)) {
        if (knows(record)) {
          put(name, record, { province: true, sent: clocks.get(record.id) });
          aside(name).delete(record.id);
        } else aside(name).set(record.id, quickHash(record));
      }
      const held = new Set(documents.map(({ id }) => id));
      table(name).refused = table(name).refused.filter(
        ({ id }) => !held.has(id) || table(name).rows.get(id)?.atProvince !== true,
      );
    },
    base(name, { id }) {
      const row = table(name).rows.get(id);
      return row?.atProvince === false ? row.base : undefined;
    },
    markUnsent(name, ids) {
      for (const [id, row] of table(name).rows) {
        if (!row.atProvince || (ids && !ids.includes(id))) continue;
        Object.assign(row, { atProvince: false, base: clocksOf(row.record) });
      }
    },
    digest: (name) => ({ count: digestOf(name, "").count, digest: quickDigest(digestOf(name, "")) }),
    digestWithin: (name, scope) => digestOf(name, scope),
    buckets: (name) => digestOf(name, "").buckets(),
    hashes: (name, bucket) =>
      [...table(name).rows].filter(([id]) => bucketOf(id) === bucket).map(([id, { hash }]) => [id, hash]),
    pulled: (name) => table(name).pulled,
    putAside: aside,
    restarted(lossy) {
      asides.clear();
      if (lossy === true)
        for (const known of tables.values()) Object.assign(known, { pulled: null, refused: [] });
    },
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

/** As `SetDigest.digest`, with the machine's own code. */
export function quickDigest(set: SetDigest): string {
  const digest = knownDigests.get(set) ?? sha256(set.buckets().join("")).slice(0, 32);
  knownDigests.set(set, digest);
  return digest;
}

/** Digests of sets that did not change since. */
const knownDigests = new WeakMap<SetDigest, string>();

/** A document of the wire without the flag of RxDB's own. */
export function plainRecord(document: WireRecord): WireRecord {
  const record = { ...document };
  delete record._deleted;
  return record;
}

function merged(one: WireRecord, other: WireRecord): WireRecord {
  return { ...mergeRecords(asRecord(one), asRecord(other)) };
}

function clocksOf(record: WireRecord): BaseClocks {
  return asRecord(record).clocks;
}

function asRecord(record: WireRecord): Records["fonds"] {
  return record as unknown as Records["fonds"];
}

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller asked for this collection
function of<Name extends CollectionName>(record: WireRecord): Records[Name] {
  return record as unknown as Records[Name];
}
