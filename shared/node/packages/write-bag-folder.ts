import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { access, mkdir, open, readdir, rename, stat } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { patiently } from "#shared/node/patiently.ts";
import { writeManifest } from "#shared/package/bag-lists.ts";
import { bagitText } from "#shared/parcel/bag-info.ts";

/** A file of a bag, under `data/`, `/` between folders; its bytes are asked for when its turn comes. */
export type BagFile = { name: string; digest: string; size: number; bytes: () => AsyncIterable<Uint8Array> };

/** What the disk gave back is not what was written to it. */
export class DiskLies extends Error {}

/** A bag that was written, and what of it lay there before: files kept as they were, and those that were not as left. */
export type WrittenBag = { path: string; manifest: string; kept: number; altered: string[] };

/** What an earlier try is known to have written whole, and who is told what this one finds and writes. */
export type BagHistory = {
  whole: ReadonlySet<string>;
  /** A file that is on the disk whole now, fsynced. */
  wrote: (name: string) => Promise<void>;
  /** A file that lay there with the very bytes that are wanted. */
  kept: (size: number) => void;
};

/** The texts of a bag by their names (`manifest-sha256.txt`, …), and the lines of its payload and of themselves. */
export function bagTexts(files: readonly Pick<BagFile, "name" | "digest">[], info: string) {
  const payload = files.map(({ name: file, digest }) => ({ path: `data/${file}`, digest }));
  const manifest = writeManifest(payload);
  const tags = { "bagit.txt": bagitText, "bag-info.txt": info, "manifest-sha256.txt": manifest };
  const listed = Object.entries(tags).map(([tag, text]) => ({ path: tag, digest: sha256(text) }));
  const texts = { ...tags, "tagmanifest-sha256.txt": writeManifest(listed) };
  return { texts, lines: [...payload, ...listed], manifest: sha256(manifest) };
}

const noHistory: BagHistory = { whole: new Set(), wrote: () => Promise.resolve(), kept: () => undefined };

/**
 * Writes files as a bag (BagIt 1.0) in a folder of its own under `place`, each fsynced, and reads every byte again from
 * there. The folder has its name only when all of it was found right; a failure leaves `<name>.partial`, and the same
 * bag written again goes on with what lacks there: a file counts as there by its digest alone. What is there and is no
 * part of the bag is put aside under `<name>.khac`. `goOn` is told how many bytes were written or read, and stops the
 * work by throwing. Rejects with ENODEV where another disk, or none, is at the place meanwhile.
 */
export async function writeBagFolder(options: {
  place: string;
  name: string;
  files: readonly BagFile[];
  info: string;
  goOn: (bytes: number) => void;
  history?: BagHistory;
}): Promise<WrittenBag> {
  const { place, name, files, info, goOn, history = noHistory } = options;
  const path = join(place, name);
  const partial = `${path}.partial`;
  const { texts, lines, manifest } = bagTexts(files, info);
  const isSame = await knowPlace(place);
  if (await isThere(path)) await patiently(() => rename(path, partial));
  await mkdir(join(partial, "data"), { recursive: true });
  const own = new Set([...files.map((file) => `data/${file.name}`.normalize("NFC")), ...Object.keys(texts)]);
  const altered = await putAside(partial, own, `${path}.khac`);
  let kept = 0;
  for (const file of files) {
    const target = join(partial, "data", ...file.name.split("/"));
    if (await holds(target, file, goOn)) {
      kept += 1;
      history.kept(file.size);
    } else {
      if (history.whole.has(file.name)) altered.push(`data/${file.name}`);
      await isSame();
      await writeOne(target, file.bytes(), goOn);
    }
    if (!history.whole.has(file.name)) await history.wrote(file.name);
  }
  await isSame();
  for (const [tag, text] of Object.entries(texts))
    await writeOne(join(partial, tag), [Buffer.from(text, "utf8")], () => undefined);
  // Of what was kept too: a stick that holds less than it says overwrites what came first.
  for (const line of lines) {
    const found = await digestOf(join(partial, ...line.path.split("/")), goOn);
    if (found !== line.digest) throw new DiskLies(line.path);
  }
  await isSame();
  await patiently(() => rename(partial, path));
  return { path, manifest, kept, altered };
}

/**
 * Rejects when asked where the place is no more what it is now: where a stick was pulled out, the folder that it was
 * seen in may stay, and lie on the machine's own disk.
 */
async function knowPlace(place: string): Promise<() => Promise<void>> {
  const { dev, ino } = await stat(place);
  return async () => {
    const found = await stat(place);
    if (found.dev !== dev || found.ino !== ino)
      throw Object.assign(new Error(`ENODEV: ${place} is another`), { code: "ENODEV" });
  };
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Moves out what is no part of the bag: an older package, or what a person put there. Answers its paths. */
async function putAside(folder: string, own: ReadonlySet<string>, aside: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const strange = found
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((path) => !own.has(path.normalize("NFC")));
  for (const path of strange) {
    const target = join(aside, ...path.split("/"));
    await mkdir(dirname(target), { recursive: true });
    await patiently(() => rename(join(folder, ...path.split("/")), target));
  }
  return strange;
}

/** Whether a file lies there with the very bytes that are to be written; what was read for nothing is taken back. */
async function holds(
  path: string,
  { digest, size }: Pick<BagFile, "digest" | "size">,
  goOn: (bytes: number) => void,
): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  if (found?.size !== size || !found.isFile()) return false;
  if ((await digestOf(path, goOn)) === digest) return true;
  goOn(-size);
  return false;
}

async function writeOne(
  path: string,
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  goOn: (bytes: number) => void,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const handle = await open(path, "w");
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
