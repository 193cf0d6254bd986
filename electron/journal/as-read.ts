/** Records as the journal handed them out; records are never changed in place. */
const read = new WeakMap<object, AsRead>();

/** The canonical JSON of a record and the hash that the journal holds of it. */
export type AsRead = { text: string; hash: string };

/** Notes what a record was read from. */
export function noteRead(record: object, { text, hash }: AsRead): void {
  read.set(record, { text, hash });
}

/** What a record was read from: who sends it, or hands it back, need not have it written out and hashed again. */
export function asRead(record: object): AsRead | undefined {
  return read.get(record);
}
