import type { Digest } from "#shared/base/digest.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";

/**
 * What the province does with bytes, wherever they lie: `put` answers when they are safe and were held against their
 * SHA-256, `size` says what is there now, `read` and `bytes` give them whole or in part.
 */
export type ProvinceObjects = Pick<ObjectStore, "put" | "size" | "read" | "bytes">;

/** `away`: does not answer. `refused`: answers that it will not. `missing`, `changed`: of the one object it names. */
export type ObjectsFaultKind = "away" | "refused" | "missing" | "changed";

const words: Record<ObjectsFaultKind, string> = {
  away: "the store of objects does not answer; nothing was lost, and it is asked again at the next try",
  refused: "the store of objects refuses; look at the rights of its key, its bucket and its room",
  missing: "an object is not in the store of objects; put it back from the backup",
  changed: "an object in the store has other bytes than its SHA-256; put it back from the backup",
};

/** A store of objects that did not do what was asked. Names the object and what was answered, never a key. */
export class ObjectsFault extends Error {
  readonly kind: ObjectsFaultKind;
  readonly digest: Digest | undefined;

  constructor(kind: ObjectsFaultKind, digest: Digest | undefined, detail: string) {
    super(`${words[kind]} (${[digest ?? "", detail].filter((part) => part !== "").join(": ")})`);
    this.name = "ObjectsFault";
    this.kind = kind;
    this.digest = digest;
  }
}
