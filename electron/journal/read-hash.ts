/** Hashes of records as they were read; records are never changed in place. */
const hashes = new WeakMap<object, string>();

/** Notes the hash that the journal holds of a record it hands out. */
export function noteHash(record: object, hash: string): void {
  hashes.set(record, hash);
}

/** The hash of a record that was handed out with it: who hands it back need not have it written out and hashed again. */
export function notedHash(record: object): string | undefined {
  return hashes.get(record);
}
