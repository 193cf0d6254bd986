import type { BaseClocks } from "#shared/replication/notice-conflicts.ts";

/** Records as the journal handed them out; records are never changed in place. */
const read = new WeakMap<object, AsRead>();

/** The canonical JSON of an unsent record, the hash that the journal holds of it, and its `base` (see `Journal`). */
export type AsRead = { text: string; hash: string; base: BaseClocks | undefined };

/** Notes what a record was read from. */
export function noteRead(record: object, as: AsRead): void {
  read.set(record, as);
}

/** What a record was read from: who sends it, or hands it back, need not have it written out and hashed again. */
export function asRead(record: object): AsRead | undefined {
  return read.get(record);
}
