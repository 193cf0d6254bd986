import { createHash } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { PageTask } from "#electron/pipeline/worker/tasks.ts";
import type { Grey } from "./grey.ts";

/** A page as it was decoded at its import: grey pixels, the size of the page itself, and the share of red ink on its upper half. */
export type RecentPage = { grey: Grey; width: number; height: number; redAbove: number };

/**
 * The pages decoded last, in whichever worker: measuring and reading them need not decode them again. They lie in a
 * folder as plain pixels, which is read faster than any image; a page that is not there is decoded anew.
 */
export type RecentPages = {
  keep(task: PageTask, page: RecentPage): Promise<void>;
  find(task: PageTask): Promise<RecentPage | undefined>;
  /** Gives the room to other pages: this one will not be asked for again. */
  forget(task: PageTask): Promise<void>;
};

/** Most pages that one worker keeps, of about 4 MB each. */
const most = 24;
/** A page nobody came for in so many milliseconds makes room. */
const longest = 30 * 60_000;
/** Bytes before the pixels: the five numbers of a page, eight bytes each. */
const headBytes = 5 * 8;

/** The folder of recent pages beside a store's objects. */
export function recentFolder(objectsFolder: string): string {
  return join(objectsFolder, "recent");
}

/** Makes the folder, or empties it of what an earlier run left there. */
export function clearRecentPages(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    mkdirSync(folder, { recursive: true });
  } catch {
    // Held open by another program, or no room: pages are then decoded anew.
  }
}

/** Opens the pages in a folder; several workers may, each bounding what it keeps itself. */
export function openRecentPages(folder: string, now: () => number = Date.now): RecentPages {
  const kept = new Map<string, number>();
  const pathOf = ({ digest, page, correction }: PageTask) => {
    const key = JSON.stringify([digest, page, correction ?? null]);
    return join(folder, createHash("sha256").update(key).digest("hex").slice(0, 32));
  };
  const makeRoom = async () => {
    for (const [path, at] of kept) {
      const isGone = (await stat(path).catch(() => undefined)) === undefined;
      if (!isGone && now() - at < longest) continue;
      kept.delete(path);
      if (!isGone) await drop(path);
    }
    return kept.size < most;
  };
  return {
    async keep(task, page) {
      if (kept.size >= most && !(await makeRoom())) return;
      const path = pathOf(task);
      try {
        await writeFile(path, partsOf(page));
        kept.set(path, now());
      } catch {
        // A full disk: the page is decoded anew.
        await drop(path);
      }
    },
    find: async (task) => {
      const bytes = await readFile(pathOf(task)).catch(() => undefined);
      return bytes && fromBytes(bytes);
    },
    forget: (task) => drop(pathOf(task)),
  };
}

/** What cannot be taken away now is emptied out at the next start. */
function drop(path: string): Promise<void> {
  return rm(path, { force: true }).catch(() => undefined);
}

function partsOf({ grey, width, height, redAbove }: RecentPage): Uint8Array[] {
  const head = new Float64Array([grey.width, grey.height, width, height, redAbove]);
  return [new Uint8Array(head.buffer), grey.data];
}

/** The page in these bytes; nothing where they are not whole. */
function fromBytes(bytes: Buffer): RecentPage | undefined {
  if (bytes.length < headBytes) return undefined;
  const head = new Float64Array(new Uint8Array(bytes.subarray(0, headBytes)).buffer);
  const [greyWidth = 0, greyHeight = 0, width = 0, height = 0, redAbove = 0] = head;
  const data = bytes.subarray(headBytes);
  if (data.length !== greyWidth * greyHeight) return undefined;
  return { grey: { data, width: greyWidth, height: greyHeight }, width, height, redAbove };
}
