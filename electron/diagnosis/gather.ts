import { readdir, stat } from "node:fs/promises";
import {
  arch,
  availableParallelism,
  freemem,
  platform,
  release,
  totalmem,
  uptime,
  version as system,
} from "node:os";
import { join } from "node:path";
import { collectionNames, collections } from "#shared/archive/collections.ts";
import type { HeldJob } from "#shared/contract/capture.ts";
import type { KeepingStatus } from "#shared/contract/keeping.ts";
import type { Session } from "#shared/contract/session.ts";
import { keyMark } from "#shared/keys/key-text.ts";
import { openAt } from "#electron/journal/databases-open.ts";
import type { Journal } from "#electron/journal/journal.ts";
import type { Sync } from "#electron/province/sync.ts";
import type { SettingsStore } from "#electron/settings.ts";
import type { ErrorLog } from "./error-log.ts";

/** What a bundle is gathered from; where the journal cannot be opened, of what there is besides. */
export type DiagnosisParts = {
  folder: string;
  version: string;
  host: Session["host"];
  now: () => number;
  log: ErrorLog;
  keeping: () => Promise<KeepingStatus>;
  settings?: SettingsStore;
  journal?: Pick<Journal, "count" | "unsentCount" | "last">;
  sync?: Pick<Sync, "handlers" | "rounds">;
  held?: () => Promise<HeldJob[]>;
};

/** Each part of the bundle by the name of its file. Folders, names, titles and details are left out of all of them. */
export const gatherings: Record<string, (parts: DiagnosisParts) => unknown> = {
  "machine.json": async ({ version, host, now, keeping }) => ({
    ...{ app: version, host, time: new Date(now()).toISOString() },
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    system: { platform: platform(), arch: arch(), release: release(), version: system() },
    versions: process.versions,
    memory: { total: totalmem(), free: freemem(), ofThisProcess: process.memoryUsage().rss },
    ...{ processors: availableParallelism(), systemUpSeconds: Math.round(uptime()) },
    appUpSeconds: Math.round(process.uptime()),
    disk: (await keeping()).room,
  }),
  "data.json": async ({ folder, journal, held }) => ({
    databases: await measureFiles(folder),
    collections: Object.fromEntries(
      collectionNames.map((name) => [
        name,
        {
          schema: collections[name].version,
          records: journal?.count(name) ?? null,
          unsent: journal?.unsentCount(name) ?? null,
        },
      ]),
    ),
    heldJobs: countBy(await held?.(), ({ step, reason }) => `${step} ${reason}`),
  }),
  "keeping.json": async ({ keeping, journal }) => {
    const { rescue, chain, objects, places, hour, drill, task, aside } = await keeping();
    return {
      ...{ rescue, journal: journal?.last() ?? null, chain, objects, task, backupHour: hour },
      places: places.map(
        ({ daily, sealed, recoverable, present, sameDisk, free, lastAt, problem, generations }) => ({
          ...{ daily, sealed, recoverable, present, sameDisk, free, lastAt, problem },
          generations: generations.map(({ madeAt, records, objects: files, bytes, lacking }) => ({
            ...{ madeAt, records, objects: files, bytes, lacking },
          })),
        }),
      ),
      drill: drill && {
        at: drill.at,
        madeAt: drill.madeAt,
        whole: drill.whole,
        wrongCount: drill.wrongCount,
      },
      aside: aside.length,
    };
  },
  "sync.json": async ({ sync }) => {
    if (!sync) return null;
    const { hub, ...status } = await sync.handlers["sync.status"]({});
    const refused = await sync.handlers["sync.refused"]({});
    return {
      status: { ...status, hub: hub?.forwarded ?? (hub ? {} : null) },
      refused: countBy(refused, ({ collection, code }) => `${collection} ${code}`),
      rounds: sync.rounds(),
    };
  },
  "settings.json": ({ settings }) => {
    if (!settings) return null;
    const { deviceId, profile, province, ruleProfile, hub, serving, renditionNames } = settings.current();
    return {
      deviceId,
      profile: profile && { role: profile.role, scope: profile.scope },
      province: province && {
        address: originOf(province.address),
        key: province.pin ? keyMark(province.pin.signing) : null,
      },
      ...{ ruleProfile, serving: serving ?? null, renditionNames: renditionNames ?? null },
      hub: hub ? { id: hub.id, port: hub.port, active: hub.active, pairedAt: hub.pairedAt } : null,
    };
  },
};

/** Sizes of what lies in the data folder itself, and the version of each database's tables. */
async function measureFiles(folder: string) {
  const found: { name: string; bytes: number; tables?: number | undefined }[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    // The names of files that others put there are not ours to tell.
    if (!entry.isFile() || !/^[a-z-]+\.(?:sqlite(?:-wal)?|jsonl?|bin)$/u.test(entry.name)) continue;
    const { size } = await stat(join(folder, entry.name));
    found.push({ name: entry.name, bytes: size, tables: tablesOf(join(folder, entry.name)) });
  }
  return found;
}

function tablesOf(path: string): number | undefined {
  const version = openAt(path)?.prepare("PRAGMA user_version").get()?.["user_version"];
  return typeof version === "number" ? version : undefined;
}

function countBy<Thing>(
  things: readonly Thing[] = [],
  nameOf: (thing: Thing) => string,
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const thing of things) counts[nameOf(thing)] = (counts[nameOf(thing)] ?? 0) + 1;
  return counts;
}

/** Without whatever a person may have typed behind or before the host. */
function originOf(address: string): string {
  return URL.parse(address)?.origin ?? "";
}
