import { createReadStream } from "node:fs";
import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Digest } from "#shared/base/digest.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import { openAt } from "#electron/journal/databases-open.ts";
import { numberIn, textIn } from "#electron/journal/row.ts";
import { copyDatabase, plainBytes } from "#electron/sqlite/copy-database.ts";
import { released } from "#electron/sqlite/released.ts";
import { cipherOf, openSqlite } from "#electron/sqlite/open-sqlite.ts";
import { type BackupSet, manifestName, NotThoseBytes, type Written } from "./backup-set.ts";
import { keptDatabases, keptTexts, settingsName } from "./kept-files.ts";
import { generationPath, type Manifest, objectListName } from "./manifest.ts";
import { addNamedObjects, addWaitingObjects } from "./named-objects.ts";

export type BackupParts = {
  /** The desk's own folder. */
  folder: string;
  objects: Pick<ObjectStore, "size" | "read">;
  version: string;
  deviceId: () => string;
  now: () => number;
};

export type Watch = { signal: AbortSignal; progress: (done: number, total: number) => void };

export type BackupReport = {
  generation: string;
  manifest: Manifest;
  /** Objects written by this backup; the others were there already. */
  added: number;
  /** Objects that records name and that are not whole on this machine. */
  lacking: Digest[];
};

/**
 * Backs the desk up into a set, while people go on working: the databases as they were at one moment each, then every
 * object they name that the set has not. The manifest comes last, so a backup that was cut short is no generation.
 */
export async function takeBackup(parts: BackupParts, set: BackupSet, watch: Watch): Promise<BackupReport> {
  const { folder, objects, now } = parts;
  const madeAt = new Date(now()).toISOString();
  const generation = await freeName(set, madeAt.slice(0, 19).replaceAll(/[-:]/gu, "").replace("T", "-"));
  const work = join(folder, "backup-work");
  await rm(work, { recursive: true, force: true });
  await mkdir(work, { recursive: true });
  try {
    const files: Manifest["files"] = [];
    const keep = async (name: string, source: Parameters<BackupSet["write"]>[1]) => {
      files.push({ name, ...(await set.write(generationPath(generation, name), source)) });
    };
    const named = new Set<Digest>();
    let chain = { entries: 0, chainEnd: "", records: 0 };
    for (const name of keptDatabases) {
      const present = join(folder, name);
      const database = openAt(present);
      if (!database) continue;
      const copy = join(work, name);
      await copyDatabase(database, present, copy, watch.signal);
      chain = { ...chain, ...(await readCopy(copy, name, named)) };
      // A set is under its own passphrase or none, and is read on machines that have not this one's key.
      await keep(name, cipherOf(copy) === "plain" ? createReadStream(copy) : plainBytes(copy));
    }
    for (const name of keptTexts) {
      const text = await readFile(join(folder, name), "utf8").catch(() => undefined);
      if (text !== undefined)
        await keep(name, Buffer.from(name === settingsName ? withoutSecrets(text) : text));
    }
    const copied = await copyObjects(objects, set, named, watch);
    const list = [...copied.sizes].sort().map(([digest, size]) => `${digest} ${size}\n`);
    await keep(objectListName, Buffer.from(list.join("")));
    const manifest: Manifest = {
      ...{ format: 1, madeAt, version: parts.version, deviceId: parts.deviceId(), files, ...chain },
      objects: copied.sizes.size,
      bytes: [...copied.sizes.values()].reduce((sum, size) => sum + size, 0),
      lacking: copied.lacking.length,
    };
    watch.signal.throwIfAborted();
    await set.write(generationPath(generation, manifestName), Buffer.from(JSON.stringify(manifest, null, 2)));
    return { generation, manifest, added: copied.added, lacking: copied.lacking };
  } finally {
    await released();
    await rm(work, { recursive: true, force: true });
  }
}

/** Two backups within one second are two generations. */
async function freeName(set: BackupSet, stem: string): Promise<string> {
  const taken = new Set(await set.generations());
  for (let again = 1; ; again += 1) {
    const name = again === 1 ? stem : `${stem}-${again}`;
    if (!taken.has(name)) return name;
  }
}

/** Notes what a copied database names; of the journal also where its chain ends. */
async function readCopy(path: string, name: string, named: Set<Digest>) {
  const copy = openSqlite(path);
  try {
    // A copy is one file: whoever reads it later must not need a log beside it.
    copy.exec("PRAGMA journal_mode = DELETE");
    if (name !== "journal.sqlite") {
      addWaitingObjects(copy, named);
      return {};
    }
    const records = await addNamedObjects(copy, named);
    const last = copy.prepare("SELECT seq, hash FROM entries ORDER BY seq DESC LIMIT 1").get();
    return {
      records,
      entries: last ? numberIn(last, "seq") : 0,
      chainEnd: last ? textIn(last, "hash") : "",
    };
  } finally {
    copy.close();
  }
}

async function copyObjects(
  objects: BackupParts["objects"],
  set: BackupSet,
  named: ReadonlySet<Digest>,
  { signal, progress }: Watch,
) {
  const sizes = new Map<Digest, number>();
  const lacking: Digest[] = [];
  let added = 0;
  let done = 0;
  for (const digest of named) {
    signal.throwIfAborted();
    progress((done += 1), named.size);
    const path = set.objectPath(digest);
    const size = await objects.size(digest);
    if (await set.has(path)) {
      sizes.set(digest, size ?? 0);
      continue;
    }
    if (size === undefined) {
      lacking.push(digest);
      continue;
    }
    try {
      const written: Written = await set.write(path, objects.read(digest), digest);
      sizes.set(digest, written.size);
      added += 1;
    } catch (error) {
      if (!(error instanceof NotThoseBytes)) throw error;
      lacking.push(digest);
    }
  }
  return { sizes, lacking, added };
}

/** Settings go without what lets somebody in at the province. */
function withoutSecrets(text: string): string {
  try {
    const settings = JSON.parse(text) as Record<string, unknown>;
    return JSON.stringify({ ...settings, province: null, practiceToken: "" }, null, 2);
  } catch {
    return "{}";
  }
}
