import { createHash, randomBytes } from "node:crypto";
import { createReadStream, type ReadStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Digest, isDigest } from "#shared/base/digest.ts";
import { patiently } from "#shared/node/patiently.ts";

export type StoredBytes = { digest: Digest; size: number };

/** Bytes on disk under their SHA-256: written once, never changed, the same bytes stored once. */
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
  /** Where the bytes are; meaningful only for an object that is here, and never to be written to. */
  path(digest: Digest): string;
  read(digest: Digest, range?: { start: number; end: number }): ReadStream;
  /** Takes an object away for good: for what must not be kept on this machine. Nothing happens where it is not here. */
  destroy(digest: Digest): Promise<void>;
};

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

/**
 * Opens the store in a folder, made where missing; what a crash left half-written is swept away. Whoever opens a
 * store that another thread already writes to passes `sweep: false`.
 */
export async function openObjectStore(
  folder: string,
  options: { sweep?: boolean } = {},
): Promise<ObjectStore> {
  const incoming = join(folder, "incoming");
  await mkdir(incoming, { recursive: true });
  if (options.sweep !== false) {
    for (const name of await readdir(incoming)) await rm(join(incoming, name), { force: true });
  }

  const pathOf = (digest: Digest) => {
    if (!isDigest(digest)) throw new Error("not a digest");
    return join(folder, digest.slice(0, 2), digest.slice(2));
  };
  const sizeOf = async (digest: Digest) => {
    try {
      return (await stat(pathOf(digest))).size;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  };
  return {
    async put(source, options = {}) {
      const limit = options.limit ?? Number.POSITIVE_INFINITY;
      const partial = join(incoming, randomBytes(12).toString("hex"));
      const hash = createHash("sha256");
      let size = 0;
      try {
        const handle = await open(partial, "wx");
        try {
          for await (const chunk of source instanceof Uint8Array ? [source] : source) {
            size += chunk.length;
            if (size > limit) throw new ObjectTooLarge(limit);
            hash.update(chunk);
            await handle.writeFile(chunk);
          }
          await handle.sync();
        } finally {
          await handle.close();
        }
        const digest = hash.digest("hex") as Digest;
        if (options.expected !== undefined && options.expected !== digest)
          throw new OtherObject(options.expected);
        if ((await sizeOf(digest)) === size) return { digest, size };
        const target = pathOf(digest);
        await mkdir(join(target, ".."), { recursive: true });
        await patiently(() => rename(partial, target));
        await syncFolder(join(target, ".."));
        return { digest, size };
      } finally {
        await rm(partial, { force: true });
      }
    },
    size: sizeOf,
    path: pathOf,
    read: (digest, range) => createReadStream(pathOf(digest), range),
    destroy: (digest) => patiently(() => rm(pathOf(digest), { force: true })),
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

/** Makes a rename last through a power cut. Windows cannot open a folder; its journal does this by itself. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
