import type { CollectionName } from "#shared/archive/collections.ts";
import { nameOfRecord } from "#shared/archive/name-of-record.ts";
import type { Journal } from "#electron/journal/journal.ts";

/** What a person knows a record by; its id where it has nothing else. */
export function nameRecord(journal: Pick<Journal, "read">, collection: CollectionName, id: string): string {
  return nameOfRecord(journal.read(collection, id) ?? {}) || id;
}
