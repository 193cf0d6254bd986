import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { createHash } from "node:crypto";
import { type Digest, isDigest } from "#shared/base/digest.ts";
import { digestOfFile } from "#shared/node/digest-of-file.ts";
import { type ObjectStore, openObjectStore, OtherObject } from "#shared/node/object-store.ts";
import { writeWhole } from "#shared/node/write-whole.ts";
import { lockFolder } from "#province/folder-lock.ts";
import { keysFileName } from "#province/access/keys.ts";
import type { BucketPlace } from "#province/objects/bucket-place.ts";
import { knownObjects } from "#province/objects/known-objects.ts";
import { objectsFolder, openObjects } from "#province/objects/open-objects.ts";
import { ObjectsFault, type ProvinceObjects } from "#province/objects/province-objects.ts";
import type { Database } from "#province/store/database.ts";
import { dumpDatabase } from "./dump-database.ts";
import {
  dumpName,
  keysCopyName,
  listBackups,
  type Manifest,
  manifestName,
  manifestText,
  objectLine,
  objectListName,
} from "./manifest.ts";

/** Descriptions are small beside objects: so many backups of a place can be gone back to. */
const kept = 30;

type Parts = {
  database: Database;
  /** Of the server; empty where the store is embedded. */
  address: string;
  /** The province's data folder: the keys, and `objects` where they are in no bucket. */
  folder: string;
  bucket: BucketPlace | undefined;
  name: string;
  now: () => number;
};

export type BackedUp = { run: string; manifest: Manifest; copied: number };

/**
 * Writes a backup of the province into a place: the database of one moment, the keys, and of the objects those that the
 * place lacks. Each object there is read back and held against its digest, whenever it came. The manifest is written
 * last, and a backup that was not finished is none; what it brought of objects stays for the next. Of a bucket the
 * objects are taken that the database answers for; whatever else lies in it is another's.
 */
export async function backUp(parts: Parts, place: string): Promise<BackedUp> {
  const at = new Date(parts.now()).toISOString();
  const run = at.replaceAll(/[-:.]/g, "");
  const runs = join(place, "runs");
  const partial = join(runs, `${run}.partial`);
  await mkdir(runs, { recursive: true });
  const unlock = lockFolder(runs);
  try {
    for (const name of await readdir(runs))
      if (name.endsWith(".partial")) await rm(join(runs, name), { recursive: true, force: true });
    await mkdir(partial);
    // First the database, then the objects: an object comes before the row that names it, and none goes.
    const held = await dumpDatabase(parts.database, parts.address, join(partial, dumpName));
    const objects = await copyObjects(parts, place, partial);
    await writeWhole(join(partial, keysCopyName), await readFile(join(parts.folder, keysFileName)));
    const { copied, ...counted } = objects;
    const manifest: Manifest = {
      format: "mucluc-province-backup/1",
      ...{ at, province: parts.name, store: parts.address === "" ? "pglite" : "postgresql" },
      database: await digestOfFile(join(partial, dumpName)),
      keys: await digestOfFile(join(partial, keysCopyName)),
      objectList: await digestOfFile(join(partial, objectListName)),
      ...held,
      ...counted,
    };
    await writeWhole(join(partial, manifestName), manifestText(manifest));
    await forceFolder(partial);
    await rename(partial, join(runs, run));
    await forceFolder(runs);
    for (const old of (await listBackups(place)).slice(0, -kept))
      await rm(join(runs, old), { recursive: true, force: true });
    return { run, manifest, copied };
  } catch (fault) {
    await rm(partial, { recursive: true, force: true });
    throw fault;
  } finally {
    unlock();
  }
}

async function copyObjects(parts: Parts, place: string, partial: string) {
  const own = await openObjects(parts, { sweep: false, report: () => undefined });
  const theirs = await openObjectStore(join(place, "objects"));
  const list = await open(join(partial, objectListName), "wx", 0o600);
  let [objects, objectBytes, copied, damaged] = [0, 0, 0, 0];
  try {
    for await (const digest of parts.bucket
      ? knownDigests(parts.database)
      : digestsIn(objectsFolder(parts))) {
      if (!(await holds(theirs, digest))) {
        // One that was damaged there would be taken for the bytes that come.
        await theirs.destroy(digest);
        const came = await bring(own, theirs, digest);
        if (came === "changed") damaged += 1;
        if (came !== "whole") continue;
        if (!(await holds(theirs, digest))) throw new Error(`${digest} does not read back from ${place}`);
        copied += 1;
      }
      const size = (await theirs.size(digest)) ?? 0;
      objects += 1;
      objectBytes += size;
      await list.write(objectLine({ digest, size }));
    }
    await list.sync();
  } finally {
    await list.close();
  }
  return { objects, objectBytes, copied, damaged, missing: await countMissing(parts.database, theirs) };
}

/** What is damaged is not carried on, and what the store lacks cannot be: it is counted by what the database names. */
async function bring(
  own: ProvinceObjects,
  theirs: ObjectStore,
  digest: Digest,
): Promise<"whole" | "changed" | "missing"> {
  try {
    await theirs.put(own.read(digest), { expected: digest });
    return "whole";
  } catch (fault) {
    if (fault instanceof OtherObject) return "changed";
    if (fault instanceof ObjectsFault && (fault.kind === "changed" || fault.kind === "missing"))
      return fault.kind;
    throw fault;
  }
}

/** Whether a store gives the very bytes of a digest. */
export async function holds(store: ObjectStore, digest: Digest): Promise<boolean> {
  if (!store.has(digest)) return false;
  const hash = createHash("sha256");
  for await (const chunk of store.read(digest)) hash.update(chunk as Buffer);
  return hash.digest("hex") === digest;
}

async function* digestsIn(folder: string): AsyncGenerator<Digest> {
  for (const start of (await readdir(folder)).sort()) {
    if (!/^[0-9a-f]{2}$/.test(start)) continue;
    for (const rest of (await readdir(join(folder, start))).sort()) {
      const digest = start + rest;
      if (isDigest(digest)) yield digest;
    }
  }
}

async function* knownDigests(database: Database): AsyncGenerator<Digest> {
  for await (const some of knownObjects(database)) for (const { digest } of some) yield digest;
}

async function countMissing(database: Database, store: ObjectStore): Promise<number> {
  let missing = 0;
  for await (const digest of knownDigests(database)) if (!store.has(digest)) missing += 1;
  return missing;
}

async function forceFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
