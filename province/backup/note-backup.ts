import { appendFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Static, Type } from "typebox";
import { Check } from "typebox/value";

/** Where backups are noted beside the keys, a line each: what the health of the province is told by. */
const noteName = "backups.jsonl";

/** A backup that was finished: every object of it was read back at its place and held against its digest. */
const noteSchema = Type.Object({
  to: Type.String(),
  at: Type.String(),
  objects: Type.Integer(),
  objectBytes: Type.Integer(),
  missing: Type.Integer(),
  damaged: Type.Integer(),
});

/** A backup that did not come about at its place, and what was said of it. */
const failureSchema = Type.Object({ to: Type.String(), failedAt: Type.String(), why: Type.String() });

type BackupNote = Static<typeof noteSchema>;
type FailedBackup = Static<typeof failureSchema>;

/** The last backup of each place, the latest first, and the places where the last one failed. */
export type BackupNotes = { made: BackupNote[]; failed: FailedBackup[] };

/** Notes a finished backup in the province's data folder. */
export async function noteBackup(folder: string, note: BackupNote): Promise<void> {
  await addLine(folder, note);
}

/** Notes a backup that failed; where that cannot be written either, the command's own answer has to do. */
export async function noteFailedBackup(folder: string, failure: FailedBackup): Promise<void> {
  await addLine(folder, { ...failure, why: failure.why.slice(0, 500) }).catch(() => undefined);
}

async function addLine(folder: string, line: BackupNote | FailedBackup): Promise<void> {
  await appendFile(join(folder, noteName), `${JSON.stringify(line)}\n`, { mode: 0o600 });
}

/** Reads what was noted; nothing where nothing was. A line that was cut short by a full disk is none. */
export async function readBackups(folder: string): Promise<BackupNotes> {
  const made = new Map<string, BackupNote>();
  const failed = new Map<string, FailedBackup>();
  const text = await readFile(join(folder, noteName), "utf8").catch(() => "");
  for (const line of text.split("\n")) {
    const value = readLine(line);
    if (Check(failureSchema, value)) failed.set(value.to, value);
    if (!Check(noteSchema, value)) continue;
    made.set(value.to, value);
    failed.delete(value.to);
  }
  return {
    made: [...made.values()].sort((one, other) => (one.at > other.at ? -1 : 1)),
    failed: [...failed.values()].sort((one, other) => (one.failedAt > other.failedAt ? -1 : 1)),
  };
}

/** When the province was last backed up (ISO 8601), by what was noted in its data folder; empty where never. */
export async function readLastBackup(folder: string): Promise<string> {
  return (await readBackups(folder)).made[0]?.at ?? "";
}

function readLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
