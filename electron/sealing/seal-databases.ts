import { copyFile, readdir, rename, rm, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { patiently } from "#shared/node/patiently.ts";
import { filesOf } from "#electron/keeping/kept-files.ts";
import { dataAside } from "#electron/keeping/swap-data.ts";
import { cipherOf } from "#electron/sqlite/open-sqlite.ts";
import type { EncryptSetting } from "./encrypt-worker.ts";

const ending = ".sqlite";
const working = ".sealing";

/** The databases of a desk's folder, and of its former data that were moved aside, that lie there in one way. */
export async function databasesThat(folder: string, are: "plain" | "encrypted"): Promise<string[]> {
  const found: string[] = [];
  for (const place of [folder, ...(await dataAside(folder)).map((name) => join(folder, name))]) {
    for (const name of await readdir(place).catch(() => [])) {
      const path = join(place, name);
      if (name.endsWith(ending) && cipherOf(path) === are) found.push(path);
    }
  }
  return found;
}

export type Watched = {
  report: (error: unknown) => void;
  /** Hears how many bytes of how many are done. */
  progress: (done: number, total: number) => void;
};

/**
 * Puts every plain database of a desk's folder under a key, while none is open: a copy of each is encrypted, read back
 * whole, and takes its place at one stroke. Cut short at any point each is either as before or encrypted, and the next
 * start goes on. One that cannot be (it is damaged, the disk is full) stays plain and is told to `report`.
 */
export async function sealDatabases(
  folder: string,
  key: string,
  { report, progress }: Watched,
): Promise<void> {
  const paths = await databasesThat(folder, "plain");
  const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let done = 0;
  for (const [at, path] of paths.entries()) {
    progress(done, total);
    done += sizes[at] ?? 0;
    const copy = path + working;
    try {
      // The log of a copy that was cut short would be taken for that of the next.
      await removeCopy(copy);
      gather(path);
      await copyFile(path, copy);
      await encrypt({ path: copy, key });
      if ((await stat(copy)).size !== (await stat(path)).size)
        throw new Error("an encrypted copy has not the size of its database");
      await patiently(() => rename(copy, path));
      await removeCopy(copy);
    } catch (error) {
      report(error);
      // What cannot be removed now is removed before the next attempt.
      await removeCopy(copy).catch(() => undefined);
    }
  }
}

async function removeCopy(copy: string): Promise<void> {
  for (const name of filesOf(copy)) await rm(name, { force: true, maxRetries: 10, retryDelay: 50 });
}

/** Brings what lies in a database's log into its file, and the log to its end. */
function gather(path: string): void {
  const database = new DatabaseSync(path, { timeout: 2000 });
  try {
    const mode = database.prepare("PRAGMA journal_mode = DELETE").get()?.["journal_mode"];
    if (mode !== "delete") throw new Error(`a database keeps its log: ${String(mode)}`);
  } finally {
    database.close();
  }
}

/** Encrypts a database, and reads it back, in a thread of its own. */
async function encrypt(setting: EncryptSetting): Promise<void> {
  const worker = new Worker(workerFile(), { workerData: setting });
  const faults: Error[] = [];
  worker.on("error", (error: Error) => faults.push(error));
  // With the thread its hold of the file ends.
  const code = await new Promise<number>((ended) => {
    worker.once("exit", ended);
  });
  const [fault] = faults;
  if (fault) throw fault;
  if (code !== 0 || cipherOf(setting.path) !== "encrypted")
    throw new Error(`a copy was not encrypted: its thread ended with ${code}`);
}

function workerFile(): URL {
  const here = import.meta.url;
  return new URL(`./encrypt-worker${extname(fileURLToPath(here))}`, here);
}
