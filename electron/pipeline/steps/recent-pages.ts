import { createHash } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { PagePixels } from "#electron/pipeline/media/page-pixels.ts";
import type { PageTask } from "#electron/pipeline/worker/tasks.ts";
import type { Grey } from "./grey.ts";
import type { ObjectKey } from "#shared/node/sealed-object.ts";
import { openRecentFiles } from "./recent-files.ts";

/** A page as it was decoded at its import: grey pixels, the size of the page itself, and its red ink. */
export type RecentPage = {
  grey: Grey;
  width: number;
  height: number;
  /** The share of red ink on its upper half. */
  redAbove: number;
  /** Its upper half in colour, three bytes for each pixel, where there is red ink on it. */
  above?: { data: Uint8Array; width: number; height: number };
};

/**
 * The pages decoded last, in whichever worker: what comes after need not decode them again. They lie in a folder as
 * plain pixels, which is read faster than any image; a page that is not there is decoded anew.
 */
export type RecentPages = {
  keep(task: PageTask, page: RecentPage): Promise<void>;
  find(task: PageTask): Promise<RecentPage | undefined>;
  /** Gives the room to other pages: this one will not be asked for again. */
  forget(task: PageTask): Promise<void>;
  /** Keeps what was decoded before the page's import; `take` gives it back, once. */
  keepPixels(task: PageTask, pixels: PagePixels): Promise<void>;
  takePixels(task: PageTask): Promise<PagePixels | undefined>;
};

/** Most pages that one worker keeps: of some 4 MB, and of some 12 MB before their import. */
const [mostPages, mostPixels] = [24, 16];

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

/**
 * Opens the pages in a folder; several workers may, each bounding what it keeps itself. Where objects are sealed so are
 * these, with their key.
 */
export function openRecentPages(
  folder: string,
  key: () => ObjectKey | undefined = () => undefined,
  now: () => number = Date.now,
): RecentPages {
  const pages = openRecentFiles(folder, mostPages, now, key);
  const decoded = openRecentFiles(folder, mostPixels, now, key);
  return {
    keep: (task, page) => pages.keep(nameOf(task), asParts(page)),
    find: async (task) => {
      const bytes = await pages.find(nameOf(task));
      return bytes && asPage(bytes);
    },
    forget: (task) => pages.forget(nameOf(task)),
    keepPixels: (task, { data, raw }) =>
      decoded.keep(`${nameOf(task)}-pixels`, [head(raw.width, raw.height, raw.channels), data]),
    takePixels: async (task) => {
      const name = `${nameOf(task)}-pixels`;
      const bytes = await decoded.find(name);
      await decoded.forget(name);
      return bytes && asPixels(bytes);
    },
  };
}

function nameOf({ digest, page, correction }: PageTask): string {
  const key = JSON.stringify([digest, page, correction ?? null]);
  return createHash("sha256").update(key).digest("hex").slice(0, 32);
}

/** Numbers before the pixels, eight bytes each. */
function head(...numbers: number[]): Uint8Array {
  return new Uint8Array(new Float64Array(numbers).buffer);
}

/** So many numbers before the pixels, and the rest; nothing where the bytes are not whole. */
function parted(bytes: Buffer, count: number): { numbers: Float64Array; rest: Buffer } | undefined {
  if (bytes.length < count * 8) return undefined;
  const numbers = new Float64Array(new Uint8Array(bytes.subarray(0, count * 8)).buffer);
  return { numbers, rest: bytes.subarray(count * 8) };
}

function asParts({ grey, width, height, redAbove, above }: RecentPage): Uint8Array[] {
  const numbers = head(
    grey.width,
    grey.height,
    width,
    height,
    redAbove,
    above?.width ?? 0,
    above?.height ?? 0,
  );
  return above ? [numbers, grey.data, above.data] : [numbers, grey.data];
}

function asPage(bytes: Buffer): RecentPage | undefined {
  const found = parted(bytes, 7);
  if (!found) return undefined;
  const { numbers, rest } = found;
  const [greyWidth = 0, greyHeight = 0, width = 0, height = 0, redAbove = 0, across = 0, down = 0] = numbers;
  const size = greyWidth * greyHeight;
  if (rest.length !== size + across * down * 3) return undefined;
  const grey = { data: rest.subarray(0, size), width: greyWidth, height: greyHeight };
  const page = { grey, width, height, redAbove };
  return across > 0 ? { ...page, above: { data: rest.subarray(size), width: across, height: down } } : page;
}

function asPixels(bytes: Buffer): PagePixels | undefined {
  const found = parted(bytes, 3);
  if (!found) return undefined;
  const [width = 0, height = 0, channels = 0] = found.numbers;
  if (channels < 1 || channels > 4 || found.rest.length !== width * height * channels) return undefined;
  return { data: found.rest, raw: { width, height, channels: channels as PagePixels["raw"]["channels"] } };
}
