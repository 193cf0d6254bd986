import type { ArchiveRecord } from "#shared/archive/record.ts";
import type { Clock } from "#shared/base/clock.ts";
import type { Written } from "./plan.ts";

/** The clock at which a field was last written; nothing where the record has no such field. */
export function clockOf(record: ArchiveRecord, field: string): Clock | undefined {
  if (Reflect.get(record, field) === undefined) return undefined;
  return record.clocks[field] ?? record.clocks["*"];
}

/** Edits by collection, record and field. */
export function editsByField(written: readonly Written[]): ReadonlyMap<string, readonly Written[]> {
  const found = new Map<string, Written[]>();
  for (const edit of written) {
    const key = `${edit.collection} ${edit.record.id} ${edit.field}`;
    const known = found.get(key);
    if (known) known.push(edit);
    else found.set(key, [edit]);
  }
  return found;
}
