import { mkdir, open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { Check } from "typebox/value";
import { digestOfText } from "#shared/base/digest.ts";
import type { FoundFile } from "#shared/handover/count-against.ts";
import { type CountDraft, countDraftSchema } from "#shared/contract/handovers.ts";

/**
 * Counts under way, a file each in `counts/`: a line for each thing that was counted, so that one more costs the same
 * in a list of ten thousand. A last line that a power cut tore off is passed over.
 */
export function countDrafts(folder: string) {
  const pathOf = (id: string) => join(folder, "counts", `${digestOfText(id).slice(0, 40)}.jsonl`);
  return {
    /** Adds to what was counted; what is said later of one file holds. On the disk when it is done. */
    async add(id: string, counted: CountDraft): Promise<void> {
      await mkdir(join(folder, "counts"), { recursive: true });
      const file = await open(pathOf(id), "a");
      try {
        // Begun on a line of its own, whatever was torn off before.
        await file.appendFile(`\n${JSON.stringify(counted)}`, "utf8");
        await file.datasync();
      } finally {
        await file.close();
      }
    },
    async read(id: string): Promise<CountDraft> {
      const lines = (await readFile(pathOf(id), "utf8").catch(onlyMissing)).split("\n");
      const found = new Map<string, FoundFile>();
      let extras: CountDraft["extras"] = [];
      for (const line of lines) {
        const said = readLine(line);
        if (!said) continue;
        for (const one of said.found) found.set(one.fileId, one);
        extras = said.extras;
      }
      return { found: [...found.values()], extras };
    },
    async drop(id: string): Promise<void> {
      await rm(pathOf(id), { force: true });
    },
  };
}

function onlyMissing(error: NodeJS.ErrnoException): string {
  if (error.code === "ENOENT") return "";
  throw error;
}

function readLine(line: string): CountDraft | undefined {
  if (line === "") return undefined;
  try {
    const said: unknown = JSON.parse(line);
    return Check(countDraftSchema, said) ? said : undefined;
  } catch {
    return undefined;
  }
}
