import { AsyncLocalStorage } from "node:async_hooks";
import { createHash } from "node:crypto";
import { truncate } from "node:fs/promises";
import { type Readable, Transform, type TransformCallback } from "node:stream";
import { FileStore } from "@tus/file-store";

/** What a request says its bytes are: the SHA-256 of the chunk it carries and how long that is. */
export type ChunkCheck = { sha256: string; bytes: number };

const checks = new AsyncLocalStorage<ChunkCheck | undefined>();

/** Does `work`, in which a chunk that comes in is compared with what its request said of it. */
export function withChunkCheck<Value>(check: ChunkCheck | undefined, work: () => Value): Value {
  return checks.run(check, work);
}

/**
 * The checksum a request carries (tus 1.0.0, checksum extension): `sha256 BASE64`. Nothing where it has none; throws
 * what `refuse` makes where it is of another kind.
 */
export function readChunkCheck(
  headers: { checksum: string | undefined; length: string | undefined },
  refuse: () => Error,
): ChunkCheck | undefined {
  if (headers.checksum === undefined) return undefined;
  const [, sha256] = /^sha256 ([A-Za-z0-9+/]{43}=)$/.exec(headers.checksum) ?? [];
  const bytes = Number(headers.length);
  if (sha256 === undefined || !Number.isSafeInteger(bytes)) throw refuse();
  return { sha256, bytes };
}

/**
 * Uploads in files, each chunk compared with its checksum: one that came in otherwise than it left is taken out again.
 * Of a chunk that was cut off what came is kept, and looked over with all the rest when the object is whole.
 */
export class CheckedFileStore extends FileStore {
  readonly #refuse: () => Error;

  /** `refuse` makes the error of a chunk that is not what its request said. */
  constructor(options: ConstructorParameters<typeof FileStore>[0], refuse: () => Error) {
    super(options);
    this.#refuse = refuse;
    this.extensions.push("checksum");
  }

  override async write(source: Readable, id: string, offset: number): Promise<number> {
    const check = checks.getStore();
    if (!check) return super.write(source, id, offset);
    const hash = createHash("sha256");
    let bytes = 0;
    const listening = new Transform({
      transform(chunk: Uint8Array, _encoding: BufferEncoding, done: TransformCallback) {
        hash.update(chunk);
        bytes += chunk.length;
        done(null, chunk);
      },
    });
    source.on("error", (error) => listening.destroy(error));
    const written = await super.write(source.pipe(listening), id, offset);
    if (bytes === check.bytes && hash.digest("base64") !== check.sha256) {
      const { storage } = await this.getUpload(id);
      if (storage) await truncate(storage.path, offset);
      throw this.#refuse();
    }
    return written;
  }
}
