import { openAsBlob } from "node:fs";
import { copyFile, mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { canonicalJson } from "#shared/base/canonical.ts";
import type { Digest } from "#shared/base/digest.ts";
import { openObjectStore } from "#shared/node/object-store.ts";
import { writeWhole } from "#shared/node/write-whole.ts";
import { keysFileName } from "#province/access/keys.ts";
import { checkAudit } from "#province/health/watch-audit.ts";
import type { BucketPlace } from "#province/objects/bucket-place.ts";
import { openObjects } from "#province/objects/open-objects.ts";
import type { ProvinceObjects } from "#province/objects/province-objects.ts";
import { type Database, numberIn } from "#province/store/database.ts";
import { openPglite } from "#province/store/open-pglite.ts";
import { openPostgres } from "#province/store/open-postgres.ts";
import { readFile } from "node:fs/promises";
import { holds } from "./back-up.ts";
import { readHeld } from "./dump-database.ts";
import { DamagedBackup, dumpName, keysCopyName, listBackups, type Manifest, readBackup } from "./manifest.ts";
import { runAgainst } from "./postgres-programs.ts";

type Target = { databaseUrl: string; folder: string; bucket: BucketPlace | undefined };

/**
 * Restores a backup (the latest, or the one named) into an empty database and an empty data folder. Everything in the
 * backup is read and held against its digests first, and what was restored against the manifest after: a backup that
 * is damaged is named, and nothing of it stays; in a bucket objects stay, each under its digest, where nothing names
 * them. Desks are given all anew, so that none takes the past for the present.
 */
export async function restore(
  place: string,
  named: string,
  target: Target,
  now: () => number,
): Promise<{ run: string; manifest: Manifest }> {
  const run = named === "" ? (await listBackups(place)).at(-1) : named;
  if (run === undefined) throw new DamagedBackup(place, "no finished backup is here");
  const from = join(place, "runs", run);
  const { manifest, objects } = await readBackup(from);
  const kind = target.databaseUrl === "" ? "pglite" : "postgresql";
  if (manifest.store !== kind)
    throw new Error(`the backup is of ${manifest.store}, and goes back into the same: see DATABASE_URL`);
  await refuseFilled(target);
  const staged = join(target.folder, "restoring");
  await rm(staged, { recursive: true, force: true });
  await mkdir(staged, { recursive: true });
  try {
    const own = await openObjects(
      { bucket: target.bucket, folder: staged },
      { sweep: false, report: () => undefined },
    );
    await copyBack(join(place, "objects"), own, objects);
    await copyFile(join(from, keysCopyName), join(staged, keysFileName));
    const dump = join(from, dumpName);
    if (kind === "pglite") await restoreEmbedded(dump, staged, manifest, now);
    else await restoreServer(dump, target.databaseUrl, manifest, now);
    if (kind === "pglite") await rename(join(staged, "database"), join(target.folder, "database"));
    await rename(join(staged, "objects"), join(target.folder, "objects"));
    // Last: with keys in it a folder is a province's.
    await writeWhole(join(target.folder, keysFileName), await readFile(join(staged, keysFileName)));
    return { run, manifest };
  } finally {
    await rm(staged, { recursive: true, force: true });
  }
}

async function refuseFilled({ databaseUrl, folder }: Target): Promise<void> {
  const there = await readdir(folder).catch(() => []);
  const filled = there.filter((name) => ["database", "objects", keysFileName].includes(name));
  if (filled.length > 0)
    throw new Error(`${folder} is not empty (${filled.join(", ")}): restore into a new one`);
  if (databaseUrl === "") return;
  const database = openPostgres(databaseUrl, () => undefined);
  try {
    const [row] = await database.query("select count(*) as count from pg_tables where schemaname = 'public'");
    if (row && numberIn(row, "count") > 0)
      throw new Error("the database is not empty: restore into a new one (createdb)");
  } finally {
    await database.close();
  }
}

async function copyBack(
  from: string,
  own: ProvinceObjects,
  objects: readonly { digest: Digest; size: number }[],
): Promise<void> {
  const theirs = await openObjectStore(from, { sweep: false });
  for (const { digest } of objects)
    if (!(await holds(theirs, digest)))
      throw new DamagedBackup(
        theirs.path(digest),
        theirs.has(digest) ? "other bytes than its name says" : "is missing",
      );
  for (const { digest } of objects) await own.put(theirs.read(digest), { expected: digest });
}

async function restoreEmbedded(
  dump: string,
  staged: string,
  manifest: Manifest,
  now: () => number,
): Promise<void> {
  const folder = join(staged, "database");
  const database = await openPglite(folder, await openAsBlob(dump));
  try {
    await proveRestored(database, manifest, now);
  } finally {
    await database.close();
  }
}

async function restoreServer(
  dump: string,
  address: string,
  manifest: Manifest,
  now: () => number,
): Promise<void> {
  await runAgainst(address, "pg_restore", [
    "--no-owner",
    "--no-privileges",
    "--single-transaction",
    "--exit-on-error",
    dump,
  ]);
  const database = openPostgres(address, () => undefined);
  try {
    await proveRestored(database, manifest, now);
  } catch (fault) {
    // It was empty before: nothing of anyone's is lost by emptying it again.
    await database.query("drop schema public cascade");
    await database.query("create schema public");
    throw fault;
  } finally {
    await database.close();
  }
}

async function proveRestored(database: Database, manifest: Manifest, now: () => number): Promise<void> {
  const { rows, heads, tables } = await readHeld(database);
  const said = { rows: manifest.rows, heads: manifest.heads, tables: manifest.tables };
  if (canonicalJson({ rows, heads, tables }) !== canonicalJson(said))
    throw new DamagedBackup(dumpName, "holds other rows than the manifest says");
  const broken = await checkAudit(database, now);
  if (broken.length > 0) throw new DamagedBackup(dumpName, `the audit of ${broken.join(", ")} is broken`);
  // What desks were told since the backup is not known here any more: each asks for all from the start.
  await database.query("update feeds set epoch = gen_random_uuid()::text");
}
