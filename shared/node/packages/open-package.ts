import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { type Entry, fromRandomAccessReaderPromise, type ZipFile } from "yauzl";
import { BlockReader, checkedBy, type RandomBytes } from "./block-reader.ts";

/** The things in a package by their paths, `/` between folders, with their sizes in bytes. */
export type OpenedPackage = {
  paths: ReadonlyMap<string, number>;
  read(path: string): Promise<Readable>;
  close(): void;
};

/** Why something is no package that can be looked into. */
export class NotAPackage extends Error {}

/** Opens a package that is a folder, or a ZIP file. */
export async function openPackage(path: string): Promise<OpenedPackage> {
  const found = await stat(path).catch((error: unknown) => {
    throw new NotAPackage("not there", { cause: error });
  });
  if (found.isDirectory()) return openFolder(path);
  return openZip({
    size: found.size,
    read: (start, end) => createReadStream(path, { start, end: end - 1, highWaterMark: 256 * 1024 }),
  });
}

/** Opens a package that is a ZIP, ZIP64 too. */
export async function openZip(bytes: RandomBytes): Promise<OpenedPackage> {
  // Names are told as they stand, and are judged below.
  const options = { lazyEntries: true, autoClose: false, strictFileNames: false } as const;
  const zip = await fromRandomAccessReaderPromise(new BlockReader(bytes), bytes.size, options).catch(
    (error: unknown) => {
      throw new NotAPackage("no ZIP", { cause: error });
    },
  );
  try {
    return await listZip(zip);
  } catch (error) {
    zip.close();
    throw error instanceof NotAPackage ? error : new NotAPackage("a damaged ZIP", { cause: error });
  }
}

async function listZip(zip: ZipFile): Promise<OpenedPackage> {
  const entries = new Map<string, Entry>();
  const paths = new Map<string, number>();
  for await (const entry of zip.eachEntry()) {
    const path = entry.fileName.normalize("NFC");
    if (path.endsWith("/")) continue;
    if (entries.has(path)) throw new NotAPackage(`${path} twice`);
    entries.set(path, entry);
    paths.set(path, entry.uncompressedSize);
  }
  return {
    paths,
    async read(path) {
      const entry = entries.get(path);
      if (!entry) throw new Error(`no ${path}`);
      const bytes = await zip.openReadStreamPromise(entry);
      // No list of digests names METS.xml itself: its damage is known by the ZIP's own sum.
      return /\.xml$/i.test(path) ? checkedBy(bytes, entry.crc32) : bytes;
    },
    close: () => zip.close(),
  };
}

async function openFolder(folder: string): Promise<OpenedPackage> {
  const paths = new Map<string, number>();
  const walk = async (within: string) => {
    for (const entry of await readdir(join(folder, within), { withFileTypes: true })) {
      const path = within === "" ? entry.name : `${within}/${entry.name}`;
      if (entry.isDirectory()) await walk(path);
      else if (entry.isFile()) paths.set(path.normalize("NFC"), (await stat(join(folder, path))).size);
      else throw new NotAPackage(`${path} is no file`);
    }
  };
  await walk("");
  return {
    paths,
    read: (path) =>
      Promise.resolve(createReadStream(join(folder, ...path.split("/")), { highWaterMark: 256 * 1024 })),
    close: () => undefined,
  };
}
