import { appendFile, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Where backups are noted beside the keys, a line each: what the health of the province is told by. */
const noteName = "backups.jsonl";

/** Notes a finished backup in the province's data folder. */
export async function noteBackup(folder: string, note: { at: string }): Promise<void> {
  await appendFile(join(folder, noteName), `${JSON.stringify(note)}\n`, { mode: 0o600 });
}

/** When the province was last backed up (ISO 8601), by what was noted in its data folder; empty where never. */
export async function readLastBackup(folder: string): Promise<string> {
  const text = await readFile(join(folder, noteName), "utf8").catch(() => "");
  const [, at = ""] = /"at":"([^"]+)"/.exec(text.trimEnd().split("\n").at(-1) ?? "") ?? [];
  return at;
}
