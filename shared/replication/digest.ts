import type { ArchiveRecord } from "#shared/archive/record.ts";
import { canonicalJson } from "#shared/base/canonical.ts";
import { digestOfText } from "#shared/base/digest.ts";

export const bucketCount = 256;

/** The bucket an id falls in, 0-255: FNV-1a over its code units, folded to 8 bits. */
export function bucketOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193) >>> 0;
  }
  return (hash ^ (hash >>> 8) ^ (hash >>> 16) ^ (hash >>> 24)) & 0xff;
}

/** The hash by which two stores compare one record: the first 128 bits of its SHA-256, 32 hexadecimal digits. */
export function hashOfRecord(record: ArchiveRecord): string {
  return digestOfText(canonicalJson(record)).slice(0, 32);
}

/**
 * The digest of a set of records, kept up to date one record at a time: for each bucket the XOR of its records'
 * hashes, so the order of arrival does not matter and a record can be taken out again.
 */
export class SetDigest {
  #words = new Uint32Array(bucketCount * 4);
  #count = 0;
  /** The digest of each bucket as it was last answered, where that still holds. */
  #texts: (string | undefined)[] = [];
  #known: string | undefined;

  /** The digest that once answered these buckets and this count. */
  static of(buckets: readonly string[], count: number): SetDigest {
    const digest = new SetDigest();
    digest.#count = count;
    for (const [bucket, text] of buckets.entries()) {
      for (let word = 0; word < 4; word += 1) {
        digest.#words[bucket * 4 + word] = Number.parseInt(text.slice(word * 8, word * 8 + 8), 16);
      }
    }
    return digest;
  }

  add(id: string, hash: string): void {
    this.#mix(id, hash);
    this.#count += 1;
  }

  remove(id: string, hash: string): void {
    this.#mix(id, hash);
    this.#count -= 1;
  }

  get count(): number {
    return this.#count;
  }

  /** The digest of each bucket, 32 hexadecimal digits. */
  buckets(): string[] {
    return Array.from({ length: bucketCount }, (_, bucket) => (this.#texts[bucket] ??= this.#textOf(bucket)));
  }

  digest(): string {
    return (this.#known ??= digestOfBuckets(this.buckets()));
  }

  #textOf(bucket: number): string {
    let text = "";
    for (let word = 0; word < 4; word += 1) {
      text += (this.#words[bucket * 4 + word] ?? 0).toString(16).padStart(8, "0");
    }
    return text;
  }

  #mix(id: string, hash: string): void {
    const bucket = bucketOf(id);
    const at = bucket * 4;
    this.#texts[bucket] = undefined;
    this.#known = undefined;
    for (let word = 0; word < 4; word += 1) {
      const bits = Number.parseInt(hash.slice(word * 8, word * 8 + 8), 16);
      this.#words[at + word] = ((this.#words[at + word] ?? 0) ^ bits) >>> 0;
    }
  }
}

/** One digest for all buckets. */
export function digestOfBuckets(buckets: readonly string[]): string {
  return digestOfText(buckets.join("")).slice(0, 32);
}
