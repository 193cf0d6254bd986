import { createReadStream } from "node:fs";
import { mkdir, open, readdir, rename, stat } from "node:fs/promises";
import { basename, dirname, extname, join, relative, sep } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { watch } from "chokidar";
import { compareNames } from "#shared/capture/name-rules.ts";
import type { WatchedFolder } from "#shared/contract/scan.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import { type FedPage, isStopped, type Scanner, Unsettled } from "./scanner.ts";

export type WatchParts = {
  /** The folders that people gave. */
  folders: () => readonly WatchedFolder[];
  /** Whether a file with this mark was taken from the folder before. */
  taken: (folder: string, mark: string) => boolean;
  /** For how long a file must not grow, in milliseconds. */
  stable?: number;
};

/** Where taken files are moved to, if the person chose so. */
export const takenFolder = "da-nhan";

/** What other programs have not finished, and what file managers leave in folders. */
const litter =
  /^(?:thumbs\.db|desktop\.ini|\.ds_store|~\$.*|\..*|.*\.(?:tmp|part|partial|crdownload|lock))$/iu;

/**
 * Folders that any scanner's own software puts its files in, subfolders included. A file is taken when it has stopped
 * growing and can be opened; it is never changed or deleted, and moved aside only after it was stored, by wish.
 */
export function openWatchedFolders(parts: WatchParts): Scanner {
  const { folders, taken, stable = 2_000 } = parts;
  return {
    kind: "folder",
    list: async () => {
      const there = await Promise.all(
        folders().map(async ({ path }) => ((await isFolder(path)) ? [path] : [])),
      );
      return there.flat().map((path) => ({ id: path, name: basename(path) || path }));
    },
    capabilities: () =>
      Promise.resolve({
        sources: ["feeder"],
        duplex: false,
        resolutions: [300],
        colours: ["colour"],
        width: 0,
        height: 0,
        waits: false,
      }),
    async *feed(path, _settings, signal) {
      const folder = folders().find((one) => one.path === path);
      if (!folder || !(await isFolder(path))) throw new DeskFault("folder-missing", { detail: path });
      const ready = new Map<string, number>();
      let wake: () => void = () => undefined;
      const watcher = watch(path, {
        ignored: (name) => isAside(path, name),
        awaitWriteFinish: { stabilityThreshold: stable, pollInterval: Math.min(200, stable / 4) },
        // Shares of other machines tell nothing of what happens in them.
        usePolling: /^(?:\\\\|\/\/)/u.test(path),
        interval: 1_000,
      });
      // Chokidar waits for files to stop growing only once it is ready: those that lay there before are looked at twice.
      const lay = new Map<string, string>();
      let watched = false;
      const add = (name: string) => {
        if (!watched) lay.set(name, "");
        ready.set(name, 0);
        wake();
      };
      const stop = () => wake();
      watcher.on("add", add).on("change", add);
      watcher.on("ready", () => {
        watched = true;
      });
      watcher.on("error", () => undefined);
      signal.addEventListener("abort", stop);
      try {
        while (!isStopped(signal)) {
          const [next] = [...ready].filter(([, from]) => from <= Date.now()).sort(byName);
          if (!next) {
            if (!(await isFolder(path))) throw new DeskFault("folder-missing", { detail: path });
            const rest = new AbortController();
            wake = () => rest.abort();
            await wait(1_000, undefined, { signal: rest.signal }).catch(() => undefined);
            continue;
          }
          const [name] = next;
          ready.delete(name);
          if (await looksOther(lay, name)) {
            ready.set(name, Date.now() + stable);
            continue;
          }
          const page = await openFile(folder, name, taken);
          if (page === "later") ready.set(name, Date.now() + stable);
          if (page === "later" || page === "taken") continue;
          // A page whose bytes could not be read to their end is not kept: its file is fed again.
          ready.set(name, Number.POSITIVE_INFINITY);
          const after = page.kept;
          page.kept = async () => {
            ready.delete(name);
            await after?.();
          };
          yield page;
          if (ready.get(name) === Number.POSITIVE_INFINITY) ready.set(name, Date.now() + stable);
        }
      } finally {
        signal.removeEventListener("abort", stop);
        await watcher.close();
      }
    },
  };
}

/** Whether a file that lay in the folder looks other than at the last look, which is kept; a first look is other. */
async function looksOther(lay: Map<string, string>, path: string): Promise<boolean> {
  const before = lay.get(path);
  if (before === undefined) return false;
  const look = await stat(path).then(
    ({ size, mtimeMs }) => `${size}|${mtimeMs}`,
    () => "",
  );
  lay.set(path, look);
  return look !== "" && look !== before;
}

/** The file as a page; `later` where it is held by another program, `taken` where it was taken before. */
async function openFile(
  folder: WatchedFolder,
  path: string,
  taken: WatchParts["taken"],
): Promise<FedPage | "later" | "taken"> {
  const name = relative(folder.path, path).split(sep).join("/");
  try {
    const before = await stat(path);
    if (!before.isFile()) return "taken";
    const mark = `${name}|${before.size}|${Math.round(before.mtimeMs)}`;
    const aside = folder.move ? () => moveAside(folder.path, path) : undefined;
    if (taken(folder.path, mark)) {
      // It was stored, and the desk was ended before it could be moved.
      await aside?.();
      return "taken";
    }
    await expectFree(path);
    return {
      bytes: settled(path, before),
      name,
      ending: extname(name) === "" ? ".jpg" : "",
      mark,
      ...(aside ? { kept: aside } : {}),
    };
  } catch (error) {
    return codeIn(error) === "ENOENT" ? "taken" : "later";
  }
}

/** Fails where another program holds the file: on Windows it then cannot be opened; a file of read only can. */
async function expectFree(path: string): Promise<void> {
  const handle = await open(path, "r");
  await handle.close();
}

/** The bytes of a file; fails at their end where it was written to meanwhile. */
async function* settled(path: string, before: { size: number; mtimeMs: number }): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(path)) yield chunk as Uint8Array;
    const after = await stat(path);
    if (after.size === before.size && after.mtimeMs === before.mtimeMs) return;
  } catch (error) {
    throw new Unsettled(path, { cause: error });
  }
  throw new Unsettled(path);
}

/** Moves a file into the folder of taken ones, with the folders it lies in; a name that is taken there gets a number. */
async function moveAside(root: string, path: string): Promise<void> {
  const target = join(root, takenFolder, relative(root, path));
  await mkdir(dirname(target), { recursive: true });
  const there = new Set(await readdir(dirname(target)));
  const ending = extname(target);
  const stem = basename(target, ending);
  let name = basename(target);
  for (let count = 2; there.has(name); count += 1) name = `${stem} (${count})${ending}`;
  // One that cannot be moved now stays where it is, and is known as taken.
  await rename(path, join(dirname(target), name)).catch(() => undefined);
}

function isAside(root: string, path: string): boolean {
  const [first = "", ...rest] = relative(root, path).split(sep);
  return first === takenFolder || [first, ...rest].some((part) => part !== "" && litter.test(part));
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}

function byName([one]: [string, number], [other]: [string, number]): number {
  return compareNames(one.split(sep).join("/"), other.split(sep).join("/"));
}

function codeIn(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
