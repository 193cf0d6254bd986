import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { patiently } from "#shared/node/patiently.ts";
import { writeManifest } from "#shared/package/bag-lists.ts";
import { bagitText } from "#shared/parcel/bag-info.ts";

/** A file of a bag, under `data/`; its bytes are asked for when its turn comes. */
export type BagFile = { name: string; digest: string; size: number; bytes: () => AsyncIterable<Uint8Array> };

/** What the disk gave back is not what was written to it. */
export class DiskLies extends Error {}

/**
 * Writes files as a bag (BagIt 1.0) in a folder of its own under `place`, each fsynced, and reads every byte again from
 * there. The folder has its name only when all of it was found right; nothing is left behind by a failure. `goOn` is
 * told how many bytes were written or read again, and stops the work by throwing.
 */
export async function writeBagFolder(options: {
  place: string;
  name: string;
  files: readonly BagFile[];
  info: string;
  goOn: (bytes: number) => void;
}): Promise<{ path: string; manifest: string }> {
  const { place, name, files, info, goOn } = options;
  const path = join(place, name);
  const partial = `${path}.partial`;
  const payload = files.map(({ name: file, digest }) => ({ path: `data/${file}`, digest }));
  const manifest = writeManifest(payload);
  const tags = { "bagit.txt": bagitText, "bag-info.txt": info, "manifest-sha256.txt": manifest };
  const listed = Object.entries(tags).map(([tag, text]) => ({ path: tag, digest: sha256(text) }));
  const texts = { ...tags, "tagmanifest-sha256.txt": writeManifest(listed) };
  try {
    // What a crash left of an earlier try.
    await rm(partial, { recursive: true, force: true });
    await mkdir(join(partial, "data"), { recursive: true });
    for (const { name: file, bytes } of files) await writeOne(join(partial, "data", file), bytes(), goOn);
    for (const [tag, text] of Object.entries(texts)) {
      await writeOne(join(partial, tag), [Buffer.from(text, "utf8")], () => undefined);
    }
    const all = [...payload, ...listed];
    for (const line of all) {
      const found = await digestOf(join(partial, ...line.path.split("/")), goOn);
      if (found !== line.digest) throw new DiskLies(line.path);
    }
    await patiently(() => rename(partial, path));
    return { path, manifest: sha256(manifest) };
  } catch (error) {
    // Of a stick that was pulled out there is nothing to be cleared.
    await rm(partial, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
    throw error;
  }
}

async function writeOne(
  path: string,
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  goOn: (bytes: number) => void,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const handle = await open(path, "wx");
  try {
    for await (const chunk of bytes) {
      await handle.writeFile(chunk);
      goOn(chunk.length);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function digestOf(path: string, goOn: (bytes: number) => void): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    goOn(chunk.length);
  }
  return hash.digest("hex");
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
