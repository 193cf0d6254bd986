import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Type } from "typebox";
import { Check } from "typebox/value";
import { writeWhole } from "#shared/node/write-whole.ts";

const markName = "machine.json";
const insideSchema = Type.Object({ nonce: Type.String({ pattern: "^[0-9a-f]{32}$" }) });
const outsideSchema = Type.Object({ folder: Type.String() });

/**
 * Whether a desk's folder is where it was made: a mark in it has its counterpart in a folder of the machine's user that
 * is copied along with no profile. A machine cloned disk and all cannot be told by this.
 */
export type MachineMark = {
  copied(): boolean;
  /** The folder is at home here from now on. */
  settle(): Promise<void>;
};

/** Reads both marks and makes them where there are none; where they cannot be written nothing is suspected. */
export async function openMachineMark(folder: string, outside: string): Promise<MachineMark> {
  const inside = join(folder, markName);
  const here = resolve(folder);
  const outsidePath = (nonce: string) => join(outside, `${nonce}.json`);
  const settle = async () => {
    const nonce = randomBytes(16).toString("hex");
    await writeWhole(outsidePath(nonce), JSON.stringify({ folder: here }));
    await writeWhole(inside, JSON.stringify({ nonce }));
  };
  const look = async (): Promise<boolean> => {
    const mark = await readJson(inside);
    if (!Check(insideSchema, mark)) {
      await settle();
      return false;
    }
    const known = await readJson(outsidePath(mark.nonce));
    if (!Check(outsideSchema, known)) return true;
    if (known.folder === here) return false;
    const other = await readJson(join(known.folder, markName));
    if (Check(insideSchema, other) && other.nonce === mark.nonce) return true;
    // It was moved on its own machine: nothing of it is left where it was.
    await writeWhole(outsidePath(mark.nonce), JSON.stringify({ folder: here }));
    return false;
  };
  let copied = await look().catch(() => false);
  return {
    copied: () => copied,
    async settle() {
      await settle();
      copied = false;
    },
  };
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as unknown;
  } catch {
    return undefined;
  }
}
