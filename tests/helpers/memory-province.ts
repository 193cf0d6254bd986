import type { CollectionName, Records } from "#shared/archive/collections.ts";
import { covers } from "#shared/archive/unit.ts";
import { bucketOf } from "#shared/replication/digest.ts";
import type { PushAnswer, Refusal } from "#shared/replication/messages.ts";
import { baseOfRow } from "#shared/replication/notice-conflicts.ts";
import type { SyncWire } from "#shared/replication/sync-wire.ts";
import {
  memoryStore,
  type MemoryStore,
  plainRecord,
  quickDigest,
  quickHash,
  type WorldStore,
} from "#tests/helpers/memory-store.ts";

/** A province in memory: merges, gives changes in order of its commits, compares. */
export type MemoryProvince = { wire: SyncWire; store: MemoryStore; epoch: string };

/** Where a province's records are, and in which life of it. */
export type Life<Store extends WorldStore = WorldStore> = { store: Store; epoch: string };

type Refuse = (collection: CollectionName, record: Record<string, unknown>) => Refusal["code"] | undefined;

export function memoryProvince(options: { epoch?: string; refuse?: Refuse } = {}): MemoryProvince {
  const life = { store: memoryStore(), epoch: options.epoch ?? "life-1" };
  return { ...life, wire: provinceWire(() => life, "", options.refuse) };
}

/**
 * What a store answers to one device of a scope (the empty text for all): a province's store, or a hub's. Each call
 * finds the life of the moment.
 */
export function provinceWire(life: () => Life, scope: string, refuse?: Refuse): SyncWire {
  const within = (of: unknown) => scope === "" || (typeof of === "string" && covers(scope, of));
  const rowsOf = (collection: CollectionName) =>
    [...life().store.rows(collection)].filter(({ record }) => scope === "" || within(scopeOf(record)));
  const digestOf = (collection: CollectionName) => life().store.digestWithin(collection, scope);
  return {
    push(collection, rows) {
      const { store } = life();
      const answer: PushAnswer = { conflicts: [], refused: [] };
      for (const row of rows) {
        const record = plainRecord(row.newDocumentState);
        const code = within(scopeOf(record)) ? refuse?.(collection, record) : "not-your-scope";
        if (code) {
          answer.refused.push({ id: record.id, code, detail: "" });
          continue;
        }
        const handed = record as unknown as Records["fonds"];
        store.write(collection, handed, baseOfRow(row));
        const held = store.read(collection, record.id);
        if (held && quickHash({ ...held }) !== quickHash(record)) {
          answer.conflicts.push({ ...held, _deleted: false });
        }
      }
      return Promise.resolve(answer);
    },
    pull(collection, { checkpoint, limit }) {
      const { epoch, store } = life();
      const known = checkpoint?.epoch === epoch && checkpoint.seq <= store.lastOf(collection);
      const after = known ? checkpoint.seq : 0;
      const due = rowsOf(collection)
        .filter(({ seq }) => seq > after)
        .sort((one, other) => one.seq - other.seq)
        .slice(0, limit);
      return Promise.resolve({
        documents: due.map(({ record }) => ({ ...record, _deleted: false })),
        checkpoint: { epoch, seq: due.at(-1)?.seq ?? after },
      });
    },
    digest(collection) {
      const digest = digestOf(collection);
      return Promise.resolve({ count: digest.count, digest: quickDigest(digest) });
    },
    buckets: (collection) => Promise.resolve(digestOf(collection).buckets()),
    hashes: (collection, bucket) =>
      Promise.resolve(
        rowsOf(collection).flatMap(({ record: { id }, hash }): [string, string][] =>
          bucketOf(id) === bucket ? [[id, hash]] : [],
        ),
      ),
    read: (collection, ids) =>
      Promise.resolve(
        rowsOf(collection).flatMap(({ record }) => (ids.includes(record.id) ? [{ ...record }] : [])),
      ),
  };
}

function scopeOf(record: object): unknown {
  return Reflect.get(record, "scope");
}
