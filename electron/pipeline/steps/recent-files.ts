import { readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** A bounded number of files in a folder that several threads share; what does not fit, or is lost, is made again. */
export type RecentFiles = {
  keep(name: string, parts: readonly Uint8Array[]): Promise<void>;
  find(name: string): Promise<Buffer | undefined>;
  /** Gives the room to others: this one will not be asked for again. */
  forget(name: string): Promise<void>;
};

/** A file nobody came for in so many milliseconds makes room. */
const longest = 30 * 60_000;

/** Opens the files in a folder; each thread bounds by `most` what it keeps itself. */
export function openRecentFiles(folder: string, most: number, now: () => number): RecentFiles {
  const kept = new Map<string, number>();
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
    async keep(name, parts) {
      const path = join(folder, name);
      if (kept.size >= most && !kept.has(path) && !(await makeRoom())) return;
      try {
        await writeFile(path, parts);
        kept.set(path, now());
      } catch {
        // A full disk: it is made again.
        await drop(path);
      }
    },
    find: (name) => readFile(join(folder, name)).catch(() => undefined),
    forget: (name) => drop(join(folder, name)),
  };
}

/** What cannot be taken away now is emptied out at the next start. */
function drop(path: string): Promise<void> {
  return rm(path, { force: true }).catch(() => undefined);
}
