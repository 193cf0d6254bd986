import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { Transform } from "node:stream";
import { ZipFile } from "yazl";
import type { Digest } from "#shared/base/digest.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import type { LaidOutPackage } from "#shared/package/lay-out-parts.ts";

/** Bytes of a document that are not those their digest names: the package is not made. */
export class DocumentAltered extends Error {
  readonly digest: Digest;

  constructor(digest: Digest) {
    super(`the bytes of ${digest} are others`);
    this.digest = digest;
  }
}

/**
 * A laid-out package as the bytes of a ZIP, read from the store as they are asked for. Each document is hashed on its
 * way; the stream ends with a fault where one cannot be read or is not what its digest names.
 */
export function writePackage(
  { folder, entries }: LaidOutPackage,
  options: { objects: Pick<ObjectStore, "read">; at: number; wrote?: () => void },
): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as unknown as Readable;
  const mtime = new Date(options.at);
  for (const entry of entries) {
    const path = `${folder}/${entry.path}`;
    if ("text" in entry) {
      zip.addBuffer(Buffer.from(entry.text, "utf8"), path, { mtime });
      continue;
    }
    // PDFs do not shrink: they go in as they are, opened one after the other.
    zip.addReadStreamLazy(path, { mtime, compress: false, size: entry.size }, (give) => {
      const bytes = options.objects.read(entry.digest);
      const hashed = hashing(entry.digest);
      const end = (error: Error) => output.destroy(error);
      bytes.on("error", end);
      hashed.on("error", end);
      hashed.on("end", () => options.wrote?.());
      give(null, bytes.pipe(hashed));
    });
  }
  zip.end();
  return output;
}

function hashing(digest: Digest): Transform {
  const hash = createHash("sha256");
  return new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      done(hash.digest("hex") === digest ? null : new DocumentAltered(digest));
    },
  });
}
