import { createHash } from "node:crypto";
import { createWriteStream, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import type { ObjectStore } from "#shared/node/object-store.ts";
import type { LaidOutPackage } from "#shared/package/lay-out-parts.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

/** All that a package or bag consists of, by its paths: to be spoiled, and written in either form. */
export type Parts = Map<string, Buffer>;

export function partsOf(objects: ObjectStore, { folder, entries }: LaidOutPackage): Parts {
  return new Map(
    entries.map((entry) => [
      `${folder}/${entry.path}`,
      "text" in entry ? Buffer.from(entry.text) : readFileSync(objects.path(entry.digest)),
    ]),
  );
}

export function writeAsFolder(parts: Parts): string {
  const folder = temporaryFolder();
  for (const [path, bytes] of parts) {
    const whole = join(folder, ...path.split("/"));
    mkdirSync(dirname(whole), { recursive: true });
    writeFileSync(whole, bytes);
  }
  return folder;
}

export async function writeAsZip(parts: Parts): Promise<string> {
  const zip = new ZipFile();
  for (const [path, bytes] of parts) zip.addBuffer(bytes, path, { mtime: new Date(0) });
  zip.end();
  const path = join(temporaryFolder(), "package.zip");
  await pipeline(zip.outputStream as unknown as Readable, createWriteStream(path));
  return path;
}

/** The one path, or the first of several, that looks so. */
export function pathLike(parts: Parts, pattern: RegExp): string {
  const path = [...parts.keys()].find((one) => pattern.test(one));
  if (path === undefined) throw new Error(`no part is like ${String(pattern)}`);
  return path;
}

/** Changes a part; whatever names it by size and digest is made to name what it is now, up to the root. */
export function edit(parts: Parts, pattern: RegExp, change: (text: string) => string): void {
  const path = pathLike(parts, pattern);
  const before = parts.get(path)?.toString() ?? "";
  const after = change(before);
  if (after === before) throw new Error(`nothing was changed in ${path}`);
  replace(parts, path, Buffer.from(after));
}

function replace(parts: Parts, path: string, bytes: Buffer): void {
  const before = parts.get(path) ?? Buffer.alloc(0);
  parts.set(path, bytes);
  const [old, now] = [before, bytes].map((one) => createHash("sha256").update(one).digest("hex"));
  const sealed = new RegExp(`SIZE="\\d+"( CREATED="[^"]*" CHECKSUM=)"${old?.toUpperCase() ?? ""}"`, "gu");
  for (const [other, held] of parts) {
    if (!/METS\.xml$/u.test(other)) continue;
    const text = held.toString();
    const next = text.replace(sealed, `SIZE="${bytes.length}"$1"${now?.toUpperCase() ?? ""}"`);
    if (next !== text) replace(parts, other, Buffer.from(next));
  }
}
