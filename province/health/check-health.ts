import { open, rm, statfs } from "node:fs/promises";
import { join } from "node:path";
import { signText, verifyText } from "#shared/node/keys.ts";
import { areKept, type ProvinceKeys } from "#province/access/keys.ts";
import { digestOfText } from "#shared/base/digest.ts";
import type { ProvinceObjects } from "#province/objects/province-objects.ts";
import { objectLimit } from "#shared/replication/wire.ts";
import type { Database } from "#province/store/database.ts";
import { readLastBackup } from "#province/backup/note-backup.ts";
import type { MeaningStanding } from "#shared/contract/portal.ts";
import type { Meaning } from "#province/meaning/keep-meanings.ts";
import { countStanding, type Standing } from "./count-standing.ts";
import { readAuditChecks, type AuditStanding } from "./watch-audit.ts";

/** What must hold for the province to take anything in; one that fails makes it not ready. */
export type HealthCheck = "database" | "objects" | "room" | "keys";

export type Health = {
  ready: boolean;
  checks: Record<HealthCheck, boolean>;
  roomBytes: number | undefined;
  /** Nothing where the database does not answer. */
  standing: Standing | undefined;
  audit: AuditStanding | undefined;
  /** When the province was last backed up (ISO 8601), as far as its data folder tells; empty where never. */
  backupAt: string | undefined;
  /** How texts are found by their meaning: none of it makes the province less ready. */
  meaning: MeaningStanding | undefined;
};

/** Below this nothing more should come in: the largest object lies there twice while it is checked. */
export const leastRoom = 2 * objectLimit;

/** How long a part may take to answer before it counts as failing. */
const patience = 5000;
/** Asked again within this time the same answer is given: whoever asks often costs nothing. */
const reuseFor = 1000;

type Parts = {
  database: Database;
  objectsFolder: string;
  /** Where objects lie once they have come: asked whether it answers. */
  objects: Pick<ProvinceObjects, "size">;
  keys: ProvinceKeys;
  /** Where the keys are kept. */
  keysFolder: string;
  meaning: Pick<Meaning, "standing">;
  now: () => number;
  report: (fault: unknown) => void;
  /** Free bytes where a folder is. */
  roomIn?: (folder: string) => Promise<number>;
};

/** Looks at everything the province stands on, at most once a second however many ask. */
export function watchHealth(parts: Parts): () => Promise<Health> {
  let last: { at: number; health: Promise<Health> } | undefined;
  return () => {
    const at = parts.now();
    if (!last || Math.abs(at - last.at) >= reuseFor) last = { at, health: look(parts) };
    return last.health;
  };
}

async function look(parts: Parts): Promise<Health> {
  const { database, objectsFolder, roomIn = freeBytes } = parts;
  const within = <Value>(work: () => Promise<Value>): Promise<Value | undefined> =>
    inTime(work).catch((fault: unknown) => {
      parts.report(fault);
      return undefined;
    });
  const [standing, audit, written, roomBytes, asked, keys, backupAt, meaning] = await Promise.all([
    within(() => countStanding(database, parts.now())),
    within(() => readAuditChecks(database)),
    within(() => writeProbe(objectsFolder)),
    within(() => roomIn(objectsFolder)),
    within(() => askObjects(parts.objects)),
    within(() => tryKeys(parts.keys, parts.keysFolder)),
    within(() => readLastBackup(parts.keysFolder)),
    within(() => parts.meaning.standing()),
  ]);
  const checks = {
    database: standing !== undefined && audit !== undefined,
    objects: written === true && asked === true,
    room: roomBytes !== undefined && roomBytes >= leastRoom,
    keys: keys === true,
  };
  const ready = Object.values(checks).every(Boolean);
  return { ready, checks, roomBytes, standing, audit, backupAt, meaning };
}

async function inTime<Value>(work: () => Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${patience} ms`)), patience);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A bucket is asked for an object that may be missing: one that is away or refuses the key does not answer that. */
async function askObjects(objects: Parts["objects"]): Promise<true> {
  await objects.size(digestOfText(""));
  return true;
}

/** A disk that went read-only or away shows at a write that is forced to it, and at nothing less. */
async function writeProbe(folder: string): Promise<true> {
  const path = join(folder, "health-probe");
  try {
    const handle = await open(path, "w", 0o600);
    try {
      await handle.writeFile("written to see whether it can be\n");
      await handle.sync();
    } finally {
      await handle.close();
    }
  } finally {
    await rm(path, { force: true });
  }
  return true;
}

/** The keys in use sign, and those on the disk are still the same: a restart must not find others, or none. */
async function tryKeys(keys: ProvinceKeys, folder: string): Promise<boolean> {
  const { signing } = keys;
  const signature = signText("hello", "health", signing);
  return verifyText("hello", "health", signature, signing.publicKey) && (await areKept(folder, keys));
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
