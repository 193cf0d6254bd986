import type { CollectionName } from "#shared/archive/collections.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import { linkedTo, type Parent } from "#shared/replication/parents.ts";

/**
 * Whether a state may stand beside what it belongs to or speaks of: each of these that the record did not name
 * `before` lies where its writer may write, as far as the authority holds it (`scopeOf`). Else one commune could lay a
 * page into another's file, or take another's batch on.
 */
export function linkedWithin(
  collection: CollectionName,
  before: ArchiveRecord | undefined,
  after: ArchiveRecord,
  scopeOf: (linked: Parent) => string | undefined,
  isWithin: (scope: string) => boolean,
): boolean {
  return newlyLinked(collection, before, after).every((linked) => {
    const scope = scopeOf(linked);
    return scope === undefined || isWithin(scope);
  });
}

/** The records that a state belongs to or speaks of, and the one before did not. */
export function newlyLinked(
  collection: CollectionName,
  before: ArchiveRecord | undefined,
  after: ArchiveRecord,
): Parent[] {
  if (!before) return linkedTo(collection, after);
  const named = new Set(linkedTo(collection, before).map(keyOf));
  return linkedTo(collection, after).filter((linked) => !named.has(keyOf(linked)));
}

function keyOf({ collection, id }: Parent): string {
  return `${collection}/${id}`;
}
