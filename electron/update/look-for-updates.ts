import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { FoundUpdate } from "#shared/contract/update.ts";
import { judgeUpdate } from "#shared/keys/judge-update.ts";
import { readUpdateSheet, sheetEnding, updateText } from "#shared/keys/update-sheet.ts";
import { digestOfFile } from "#shared/node/digest-of-file.ts";
import { verifyText } from "#shared/node/keys.ts";

const most = 50;
const longestSheet = 10_000;
const installs = /\.(exe|msi|appimage|dmg)$/i;

/**
 * The files in a folder that install the program, by name, and the sheets that have lost theirs; of very many the
 * first. What cannot be read stands as altered.
 */
export async function lookForUpdates(
  folder: string,
  { key, running }: { key: string; running: string },
): Promise<FoundUpdate[]> {
  const names = (await readdir(folder)).filter((name) => !name.startsWith("."));
  const sheets = new Set(names.filter((name) => name.endsWith(sheetEnding)));
  const files = names.filter((name) => sheets.has(`${name}${sheetEnding}`) || installs.test(name));
  const lone = [...sheets].map(fileOf).filter((name) => !files.includes(name));
  const updates: FoundUpdate[] = [];
  for (const name of [...files, ...lone].sort().slice(0, most))
    updates.push(await judge(folder, name, { key, running, hasSheet: sheets.has(`${name}${sheetEnding}`) }));
  return updates;
}

async function judge(
  folder: string,
  name: string,
  { key, running, hasSheet }: { key: string; running: string; hasSheet: boolean },
): Promise<FoundUpdate> {
  const path = join(folder, name);
  const size = (await stat(path).catch(() => undefined))?.size ?? 0;
  const unknown = { name, version: "", at: "", size };
  if (!hasSheet) return { ...unknown, standing: "no-sheet" };
  const read = readUpdateSheet(await textOf(`${path}${sheetEnding}`));
  // A sheet speaks of the file that it names, not of whatever it was laid beside.
  if (!read.ok || read.value.name !== name) return { ...unknown, standing: "not-a-sheet" };
  const sheet = read.value;
  if (!verifyText("update", updateText(sheet), sheet.signature, key))
    return { ...unknown, standing: "not-signed" };
  const { version, at } = sheet;
  return { name, version, at, size, standing: judgeUpdate(sheet, await found(path), running) };
}

async function found(path: string): Promise<{ size: number; digest: string } | undefined> {
  try {
    const { sha256, size } = await digestOfFile(path);
    return { size, digest: sha256 };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    return code === "ENOENT" ? undefined : { size: 0, digest: "" };
  }
}

async function textOf(path: string): Promise<string> {
  const size = (await stat(path).catch(() => undefined))?.size ?? 0;
  return size > longestSheet ? "" : readFile(path, "utf8").catch(() => "");
}

function fileOf(sheet: string): string {
  return sheet.slice(0, -sheetEnding.length);
}
