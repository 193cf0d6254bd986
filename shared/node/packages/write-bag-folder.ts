import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { access, mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { patiently } from "#shared/node/patiently.ts";
import { writeManifest } from "#shared/package/bag-lists.ts";
import { bagitText } from "#shared/parcel/bag-info.ts";

/** A file of a bag, under `data/`, `/` between folders; its bytes are asked for when its turn comes. */
export type BagFile = { name: string; digest: string; size: number; bytes: () => AsyncIterable<Uint8Array> };

/** What the disk gave back is not what was written to it. */
export class DiskLies extends Error {}

/** The texts of a bag by their names (`manifest-sha256.txt`, …), and the lines of its payload and of themselves. */
export function bagTexts(files: readonly Pick<BagFile, "name" | "digest">[], info: string) {
  const payload = files.map(({ name: file, digest }) => ({ path: `data/${file}`, digest }));
  const manifest = writeManifest(payload);
  const tags = { "bagit.txt": bagitText, "bag-info.txt": info, "manifest-sha256.txt": manifest };
  const listed = Object.entries(tags).map(([tag, text]) => ({ path: tag, digest: sha256(text) }));
  const texts = { ...tags, "tagmanifest-sha256.txt": writeManifest(listed) };
  return { texts, lines: [...payload, ...listed], manifest: sha256(manifest) };
}

/**
 * Writes files as a bag (BagIt 1.0) in a folder of its own under `place`, each fsynced, and reads every byte again from
 * there. The folder has its name only when all of it was found right. A failure leaves nothing behind, or with `resume`
 * what was written, under `<name>.partial`: the same bag written again there goes on with what lacks. `goOn` is told how
 * many bytes were written, found there or read again, and stops the work by throwing.
 */
export async function writeBagFolder(options: {
  place: string;
  name: string;
  files: readonly BagFile[];
  info: string;
  goOn: (bytes: number) => void;
  resume?: boolean;
}): Promise<{ path: string; manifest: string }> {
  const { place, name, files, info, goOn, resume = false } = options;
  const path = join(place, name);
  const partial = `${path}.partial`;
  const { texts, lines, manifest } = bagTexts(files, info);
  try {
    // What a crash left of an earlier try.
    if (!resume) await rm(partial, { recursive: true, force: true });
    else if (await isThere(path)) await patiently(() => rename(path, partial));
    await mkdir(join(partial, "data"), { recursive: true });
    for (const { name: file, digest, size, bytes } of files) {
      const target = join(partial, "data", ...file.split("/"));
      if (resume && (await holds(target, { digest, size }))) goOn(size);
      else await writeOne(target, bytes(), goOn, resume);
    }
    for (const [tag, text] of Object.entries(texts)) {
      await writeOne(join(partial, tag), [Buffer.from(text, "utf8")], () => undefined, resume);
    }
    for (const line of lines) {
      const found = await digestOf(join(partial, ...line.path.split("/")), goOn);
      if (found !== line.digest) throw new DiskLies(line.path);
    }
    await patiently(() => rename(partial, path));
    return { path, manifest };
  } catch (error) {
    // Of a stick that was pulled out there is nothing to be cleared.
    if (!resume) await rm(partial, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
    throw error;
  }
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Whether a file lies there with the very bytes that are to be written. */
async function holds(path: string, { digest, size }: { digest: string; size: number }): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.size === size && (await digestOf(path, () => undefined)) === digest;
}

async function writeOne(
  path: string,
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  goOn: (bytes: number) => void,
  over: boolean,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const handle = await open(path, over ? "w" : "wx");
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
