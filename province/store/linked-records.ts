import type { CollectionName } from "#shared/archive/collections.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import { type Parent, parentsOf } from "#shared/replication/parents.ts";
import { linkedWithin, newlyLinked } from "#shared/replication/rule-linked.ts";
import type { Querying } from "./database.ts";
import type { Arrival } from "./held-rows.ts";
import { findScopes, keyOf, type Stored } from "./stored.ts";

/** What the store holds of the records that arrivals belong to or speak of, where the stored ones did not before. */
export type LinkedRecords = {
  /** The first parent that is not in the store, and is not one that the stored record has already. */
  lacking: (record: ArchiveRecord, before: ArchiveRecord | undefined) => Parent | undefined;
  /** `linkedWithin`, of what the store holds. */
  allWithin: (
    record: ArchiveRecord,
    before: ArchiveRecord | undefined,
    isWithin: (scope: string) => boolean,
  ) => boolean;
};

/** Asks the store once, and not at all where no arrival names a record that its stored state did not name. */
export async function readLinked(
  inside: Querying,
  district: string,
  collection: CollectionName,
  arrivals: readonly Arrival[],
  stored: ReadonlyMap<string, readonly Stored[]>,
): Promise<LinkedRecords> {
  const wanted = new Map<string, Parent>();
  for (const { record } of arrivals) {
    for (const linked of newlyLinked(collection, stored.get(record.id)?.[0]?.state, record))
      wanted.set(keyOf(linked), linked);
  }
  const scopes = await findScopes(inside, district, wanted);
  const scopeOf = (linked: Parent) => scopes.get(keyOf(linked));
  return {
    lacking: (record, before) => {
      const has = new Set((before ? parentsOf(collection, before) : []).map(keyOf));
      return parentsOf(collection, record).find(
        (parent) => scopeOf(parent) === undefined && !has.has(keyOf(parent)),
      );
    },
    allWithin: (record, before, isWithin) => linkedWithin(collection, before, record, scopeOf, isWithin),
  };
}
