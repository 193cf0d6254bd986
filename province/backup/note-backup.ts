import { appendFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Static, Type } from "typebox";
import { Check } from "typebox/value";

/** Where backups are noted beside the keys, a line each: what the health of the province is told by. */
const noteName = "backups.jsonl";

/** Notes a finished backup in the province's data folder. */
export async function noteBackup(folder: string, note: BackupNote): Promise<void> {
  await appendFile(join(folder, noteName), `${JSON.stringify(note)}\n`, { mode: 0o600 });
}

/** A backup that was finished: every object of it was read back at its place and held against its digest. */
const noteSchema = Type.Object({
  to: Type.String(),
  at: Type.String(),
  objects: Type.Integer(),
  objectBytes: Type.Integer(),
  missing: Type.Integer(),
  damaged: Type.Integer(),
});

export type BackupNote = Static<typeof noteSchema>;

/** The last backup of each place, the latest first; none where none was noted. */
export async function readBackups(folder: string): Promise<BackupNote[]> {
  const last = new Map<string, BackupNote>();
  for (const line of (await readNotes(folder)).split("\n")) {
    const note = readNote(line);
    if (note) last.set(note.to, note);
  }
  return [...last.values()].sort((one, other) => (one.at > other.at ? -1 : 1));
}

/** A line that was cut short by a full disk is none. */
function readNote(line: string): BackupNote | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return Check(noteSchema, value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const readNotes = (folder: string) => readFile(join(folder, noteName), "utf8").catch(() => "");

/** When the province was last backed up (ISO 8601), by what was noted in its data folder; empty where never. */
export async function readLastBackup(folder: string): Promise<string> {
  const text = await readNotes(folder);
  const [, at = ""] = /"at":"([^"]+)"/.exec(text.trimEnd().split("\n").at(-1) ?? "") ?? [];
  return at;
}
