import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import type { CollectionName } from "#shared/archive/collections.ts";
import type { Clock } from "#shared/base/clock.ts";
import type { BaseClocks } from "#shared/replication/notice-conflicts.ts";
import { textIn } from "#electron/journal/row.ts";
import { inTransaction } from "#electron/journal/transaction.ts";

type CarriedState = { id: string; hash: string; clocks: BaseClocks };

/**
 * What both ends of a stick were last known to have had: at a commune the states that its centre has by its own word,
 * at the centre those that a parcel brought. By it what the centre has is not carried again, and conflicts are noticed.
 */
export type Carried = {
  find(collection: CollectionName, id: string): { hash: string; clocks: BaseClocks } | undefined;
  keep(collection: CollectionName, states: readonly CarriedState[]): void;
  hasObject(digest: string): boolean;
  keepObjects(digests: readonly string[]): void;
};

export function openCarried(database: Sqlite): Carried {
  const find = database.prepare("SELECT hash, clocks FROM carried WHERE collection = ? AND id = ?");
  const keep = database.prepare(
    "INSERT OR REPLACE INTO carried (collection, id, hash, clocks) VALUES (?, ?, ?, ?)",
  );
  const hasObject = database.prepare("SELECT 1 AS one FROM carried_objects WHERE digest = ?");
  const keepObject = database.prepare("INSERT OR IGNORE INTO carried_objects (digest) VALUES (?)");
  return {
    find(collection, id) {
      const row = find.get(collection, id);
      return row && { hash: textIn(row, "hash"), clocks: JSON.parse(textIn(row, "clocks")) as BaseClocks };
    },
    keep: (collection, states) =>
      inTransaction(database, () => {
        for (const { id, hash, clocks } of states) keep.run(collection, id, hash, JSON.stringify(clocks));
      }),
    hasObject: (digest) => hasObject.get(digest) !== undefined,
    keepObjects: (digests) =>
      inTransaction(database, () => {
        for (const digest of digests) keepObject.run(digest);
      }),
  };
}

/** Of each field the latest clock that any of them names; `*` stands for the fields that are not named. */
export function latestClocks(...known: readonly (BaseClocks | undefined)[]): BaseClocks | undefined {
  const all = known.filter((clocks) => clocks !== undefined);
  if (all.length === 0) return undefined;
  const latest: Record<string, Clock> = {};
  for (const field of new Set(["*", ...all.flatMap((clocks) => Object.keys(clocks))])) {
    const clocks = all.map((one) => one[field] ?? one["*"] ?? "");
    latest[field] = clocks.reduce((one, other) => (other > one ? other : one), "");
  }
  return latest;
}
