import { createHash, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { type FileHandle, mkdir, open, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { type Digest, isDigest } from "#shared/base/digest.ts";
import { patiently } from "#shared/node/patiently.ts";
import { readAndClose } from "#shared/node/read-at.ts";
import {
  type ObjectKey,
  plainSize,
  sealedWriter,
  SealedObjectFault,
  unsealObject,
} from "#shared/node/sealed-object.ts";
import { syncFolder } from "#shared/node/sync-folder.ts";

export type StoredBytes = { digest: Digest; size: number };

/** What is left of one object after it was to be sealed. */
export type Sealed = "sealed" | "damaged" | "missing" | "in-use";

type Range = { start: number; end: number };

/**
 * Bytes on disk under their SHA-256: written once, never changed, the same bytes stored once. A store that seals has
 * both kinds of files in it, and answers for both with the plain bytes: the digest and the size are always theirs.
 * What a sealed object's file does not give truly rejects with a `SealedObjectFault`.
 */
export type ObjectStore = {
  /**
   * Stores bytes and answers when they are safe: written, fsynced, renamed into place, the folder fsynced. Nothing
   * is left behind by a failure. Rejects with `ObjectTooLarge` past `limit` bytes, and with `OtherObject` where the
   * bytes are not those that are `expected`.
   */
  put(
    source: Uint8Array | AsyncIterable<Uint8Array>,
    options?: { limit?: number; expected?: Digest },
  ): Promise<StoredBytes>;
  /** Size in bytes, or nothing where the object is not here. */
  size(digest: Digest): Promise<number | undefined>;
  has(digest: Digest): boolean;
  /** Where the object's file is, sealed or not: to be put aside whole, not to be read or written. */
  path(digest: Digest): string;
  read(digest: Digest, range?: Range): Readable;
  /** All bytes, or those of a range; for what fits in memory. */
  bytes(digest: Digest, range?: Range): Promise<Buffer>;
  /** Gives the path of a file with the plain bytes for the time of some work: what reads files alone. */
  opened<Value>(digest: Digest, work: (path: string) => Promise<Value>): Promise<Value>;
  /** Seals an object that lies here plain; the plain file goes once the sealed one is fsynced and was read back. */
  seal(digest: Digest): Promise<Sealed>;
  /** Takes an object away for good: for what must not be kept on this machine. Nothing happens where it is not here. */
  destroy(digest: Digest): Promise<void>;
};

/** Whether new objects are sealed, and with what; `wanted` without a key is a store that is locked. */
export type Sealing = { wanted: boolean; key: ObjectKey | undefined };

export class ObjectTooLarge extends Error {
  constructor(limit: number) {
    super(`more than ${limit} bytes`);
    this.name = "ObjectTooLarge";
  }
}

/** The bytes that came are others than those that were told; nothing was stored. */
export class OtherObject extends Error {
  constructor(expected: Digest) {
    super(`other bytes than those of ${expected}`);
    this.name = "OtherObject";
  }
}

/** Bytes that are asked of the disk at once: with Node's own 64 KB, a third of the time of a package was waiting. */
const readAtOnce = 256 * 1024;

/** What the name of a sealed object's file ends with: no upload can pass for one. */
export const sealedEnding = ".sealed";

/**
 * Opens the store in a folder, made where missing; what a crash left half-written or opened is swept away. Whoever
 * opens a store that another thread already writes to passes `sweep: false`.
 */
export async function openObjectStore(
  folder: string,
  options: { sweep?: boolean; sealing?: () => Sealing } = {},
): Promise<ObjectStore> {
  const incoming = join(folder, "incoming");
  await mkdir(incoming, { recursive: true });
  if (options.sweep !== false) {
    for (const name of await readdir(incoming)) await rm(join(incoming, name), { force: true });
  }
  const sealing = options.sealing ?? (() => ({ wanted: false, key: undefined }));
  const uses = new Map<Digest, number>();

  const plainOf = (digest: Digest) => {
    if (!isDigest(digest)) throw new Error("not a digest");
    return join(folder, digest.slice(0, 2), digest.slice(2));
  };
  const sealedOf = (digest: Digest) => plainOf(digest) + sealedEnding;
  const partialPath = () => join(incoming, randomBytes(12).toString("hex"));
  const sizeOf = async (digest: Digest) => {
    const plain = await statIfThere(plainOf(digest));
    if (plain) return plain.size;
    const sealed = await statIfThere(sealedOf(digest));
    return sealed && plainSize(sealed.size);
  };
  const bytesOf = async function* (digest: Digest, range?: Range): AsyncGenerator<Buffer> {
    const plain = await openIfThere(plainOf(digest));
    const handle = plain ?? (await open(sealedOf(digest), "r"));
    try {
      const options = { ...range, autoClose: false, highWaterMark: readAtOnce };
      if (plain) yield* plain.createReadStream(options) as AsyncIterable<Buffer>;
      else yield* unsealObject(handle, digest, sealing().key, range);
    } finally {
      await handle.close();
    }
  };
  const inUse = async <Value>(digest: Digest, work: () => Promise<Value>) => {
    uses.set(digest, (uses.get(digest) ?? 0) + 1);
    try {
      return await work();
    } finally {
      const left = (uses.get(digest) ?? 1) - 1;
      if (left > 0) uses.set(digest, left);
      else uses.delete(digest);
    }
  };
  const place = async (partial: string, target: string) => {
    await mkdir(join(target, ".."), { recursive: true });
    await patiently(() => rename(partial, target));
    await syncFolder(join(target, ".."));
  };
  return {
    async put(source, { limit = Number.POSITIVE_INFINITY, expected } = {}) {
      const { wanted, key } = sealing();
      if (wanted && !key) throw new SealedObjectFault("locked", "nothing is stored plain");
      const partial = partialPath();
      try {
        const { digest, size } = await writeObject(partial, source, wanted ? key : undefined, limit);
        if (expected !== undefined && expected !== digest) throw new OtherObject(expected);
        if ((await sizeOf(digest)) === size) return { digest, size };
        await place(partial, wanted ? sealedOf(digest) : plainOf(digest));
        return { digest, size };
      } finally {
        await rm(partial, { force: true });
      }
    },
    size: sizeOf,
    has: (digest) => existsSync(plainOf(digest)) || existsSync(sealedOf(digest)),
    path(digest) {
      const plain = plainOf(digest);
      return !existsSync(plain) && existsSync(sealedOf(digest)) ? sealedOf(digest) : plain;
    },
    read: (digest, range) => Readable.from(bytesOf(digest, range), { objectMode: false }),
    async bytes(digest, range) {
      // A stream's buffers are of one size: for a page's words most of each is new memory for nothing.
      const plain = await openIfThere(plainOf(digest));
      if (plain) return readAndClose(plain, range);
      const chunks: Buffer[] = [];
      for await (const chunk of bytesOf(digest, range)) chunks.push(chunk);
      return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
    },
    opened: (digest, work) =>
      inUse(digest, async () => {
        if (existsSync(plainOf(digest))) return work(plainOf(digest));
        const copy = partialPath();
        try {
          await writeFile(copy, bytesOf(digest), { flag: "wx", mode: 0o600 });
          return await work(copy);
        } finally {
          await patiently(() => rm(copy, { force: true }));
        }
      }),
    async seal(digest) {
      const { key } = sealing();
      if (!key) throw new SealedObjectFault("locked", digest);
      if (uses.has(digest)) return "in-use";
      return inUse(digest, async () => {
        const handle = await openIfThere(plainOf(digest));
        if (!handle) return (await statIfThere(sealedOf(digest))) ? "sealed" : "missing";
        const partial = partialPath();
        try {
          const plain = handle.createReadStream({ autoClose: false }) as AsyncIterable<Buffer>;
          const written = await writeObject(partial, plain, key, Number.POSITIVE_INFINITY);
          if (written.digest !== digest || !(await holds(partial, digest, key))) return "damaged";
          await place(partial, sealedOf(digest));
        } finally {
          await handle.close();
          await rm(partial, { force: true });
        }
        await patiently(() => rm(plainOf(digest), { force: true }));
        return "sealed";
      });
    },
    async destroy(digest) {
      while (uses.has(digest)) await new Promise((resolve) => setTimeout(resolve, 20));
      for (const path of [plainOf(digest), sealedOf(digest)])
        await patiently(() => rm(path, { force: true }));
    },
  };
}

/** Writes a whole file and fsyncs it, sealed where a key is given; answers for the plain bytes. */
async function writeObject(
  path: string,
  source: Uint8Array | AsyncIterable<Uint8Array>,
  key: ObjectKey | undefined,
  limit: number,
): Promise<StoredBytes> {
  const hash = createHash("sha256");
  let size = 0;
  const handle = await open(path, "wx");
  try {
    const sealed = key && sealedWriter(handle, key);
    for await (const chunk of source instanceof Uint8Array ? [source] : source) {
      size += chunk.length;
      if (size > limit) throw new ObjectTooLarge(limit);
      hash.update(chunk);
      await (sealed ? sealed.write(chunk) : handle.writeFile(chunk));
    }
    const digest = hash.digest("hex") as Digest;
    await sealed?.finish(digest);
    await handle.sync();
    return { digest, size };
  } finally {
    await handle.close();
  }
}

/** True where a sealed file gives the bytes of the digest when it is read back. */
async function holds(path: string, digest: Digest, key: ObjectKey): Promise<boolean> {
  const hash = createHash("sha256");
  const handle = await open(path, "r");
  try {
    for await (const chunk of unsealObject(handle, digest, key)) hash.update(chunk);
  } finally {
    await handle.close();
  }
  return hash.digest("hex") === digest;
}

async function statIfThere(path: string) {
  return stat(path).catch(unlessMissing);
}

async function openIfThere(path: string): Promise<FileHandle | undefined> {
  return open(path, "r").catch(unlessMissing);
}

function unlessMissing(error: unknown): undefined {
  if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
}
