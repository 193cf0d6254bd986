import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/**
 * Holds the desk's folder for this process alone, or answers nothing where another process has it. The lock is
 * SQLite's own on `desk.lock`: it goes with the process, however that ends, on every system.
 */
export function lockDesk(folder: string): { release: () => void } | undefined {
  mkdirSync(folder, { recursive: true });
  const database = new DatabaseSync(join(folder, "desk.lock"));
  try {
    database.exec("PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE;");
  } catch {
    database.close();
    return undefined;
  }
  return { release: () => database.close() };
}
