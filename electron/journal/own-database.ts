import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { openSqlite } from "#electron/sqlite/open-sqlite.ts";
import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import { noteOpen } from "./databases-open.ts";

/**
 * Opens a database of the desk's folder, made where missing, for this process alone: without memory shared between
 * processes it opens on a full disk too, and no full disk can strike outside a write.
 */
export function openOwnDatabase(folder: string, name: string): Sqlite {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  const database = openSqlite(path, { timeout: 2000 });
  try {
    database.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL");
    noteOpen(path, database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
