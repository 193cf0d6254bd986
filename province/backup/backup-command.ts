import { parseArgs } from "node:util";
import { resolve } from "node:path";
import type { Settings } from "#province/settings.ts";
import type { Database } from "#province/store/database.ts";
import { migrate } from "#province/store/migrations.ts";
import { lockFolder } from "#province/folder-lock.ts";
import { backUp } from "./back-up.ts";
import { noteBackup, noteFailedBackup } from "./note-backup.ts";
import { restore } from "./restore.ts";

/**
 * `backup --to FOLDER [--to FOLDER]`: a backup of the whole province into each place; where one fails the others are
 * made all the same, and the command fails in the end.
 */
export async function backupCommand(
  database: Database,
  words: readonly string[],
  settings: Settings,
  now: () => number,
): Promise<Record<string, unknown>> {
  await migrate(database, now);
  const { values } = parseArgs({ args: [...words], options: { to: { type: "string", multiple: true } } });
  const places = values.to ?? [];
  if (places.length === 0) throw new Error("backup --to FOLDER [--to FOLDER on another medium]");
  const { folder } = settings;
  const done: Record<string, unknown>[] = [];
  const failed: string[] = [];
  for (const place of places.map((one) => resolve(one))) {
    try {
      const { databaseUrl: address, bucket, name } = settings;
      const parts = { database, address, folder, bucket, name, now };
      const { run, manifest, copied } = await backUp(parts, place);
      const { at, objects, objectBytes, missing, damaged } = manifest;
      const note = { to: place, run, at, objects, objectBytes, copied, missing, damaged };
      await noteBackup(folder, note);
      done.push(note);
    } catch (fault) {
      const why = fault instanceof Error ? fault.message : String(fault);
      await noteFailedBackup(folder, { to: place, failedAt: new Date(now()).toISOString(), why });
      failed.push(`${place}: ${why}`);
    }
  }
  if (failed.length > 0) {
    const made = done.map(({ to }) => String(to)).join(", ") || "none";
    throw new Error(`not backed up: ${failed.join("; ")} (made: ${made})`);
  }
  return { backups: done };
}

/** `restore --from FOLDER [--run NAME]`: into the empty database and data folder that the settings name. */
export async function restoreCommand(
  words: readonly string[],
  settings: Settings,
  now: () => number,
): Promise<Record<string, unknown>> {
  const text = { type: "string", default: "" } as const;
  const { values } = parseArgs({ args: [...words], options: { from: text, run: text } });
  if (values.from === "") throw new Error("restore --from FOLDER [--run NAME]");
  const unlock = lockFolder(settings.folder);
  try {
    const { run, manifest } = await restore(resolve(values.from), values.run, settings, now);
    const { at, objects, rows } = manifest;
    return { restored: run, at, objects, records: rows["records"] ?? 0 };
  } finally {
    unlock();
  }
}
