import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/**
 * Takes a folder for this process until the answer is called or the process ends, however it ends. Throws where
 * another process has it. The lock is SQLite's on a file in the folder: the system itself lets go of it.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const lock = new DatabaseSync(join(folder, "lock.sqlite"));
  try {
    lock.exec("pragma busy_timeout = 0; pragma journal_mode = delete; begin exclusive");
  } catch (cause) {
    lock.close();
    throw new Error(`the folder is in use by another process: ${folder}`, { cause });
  }
  return () => lock.close();
}
