import { createHash } from "node:crypto";
import { readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeMark } from "#electron/packages/carry-mark.ts";
import { openCarryNotes } from "#electron/packages/carry-notes.ts";

/**
 * Makes of a finished bag at a place what an app leaves there that was killed while it wrote the last of its files, and
 * notes it in the data folder. Of a tree of folders alone: its bytes do not depend on when it was begun.
 */
export async function leaveHalfWritten(
  data: string,
  asked: { of: "file" | "batch"; id: string; profile: string },
  place: string,
  at: number,
): Promise<void> {
  const [name = ""] = readdirSync(place).filter((one) => !/\.(txt|pdf)$/u.test(one));
  const manifest = readFileSync(join(place, name, "manifest-sha256.txt"));
  const files = manifest
    .toString()
    .trim()
    .split("\n")
    .map((line) => line.slice(line.indexOf("data/") + "data/".length));
  for (const one of readdirSync(place).filter((path) => /\.(txt|pdf)$/u.test(path))) rmSync(join(place, one));
  renameSync(join(place, name), join(place, `${name}.partial`));
  rmSync(join(place, `${name}.partial`, "data", ...(files.at(-1) ?? "").split("/")));
  const mark = "00000000-0000-4000-8000-000000000001";
  await writeMark(place, name, mark);
  const notes = openCarryNotes(join(data, "carrying"));
  const digest = createHash("sha256").update(manifest).digest("hex");
  await notes.begin(asked, { seed: "seed", at, name, manifest: digest, files: files.length });
  await notes.add(asked, { begun: mark, place });
  for (const file of files.slice(0, -1)) await notes.add(asked, { whole: mark, file });
}
