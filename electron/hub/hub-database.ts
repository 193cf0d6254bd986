import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import { openOwnDatabase } from "#electron/journal/own-database.ts";

/*
 * What a hub knows beside its journal and its objects: who is paired, which objects came from where, which records
 * name an object (`named` can be made again from the journal), and which rows wait for the record that contains them.
 */
const tables = `
  CREATE TABLE IF NOT EXISTS devices (
    token_hash TEXT PRIMARY KEY,
    device_id TEXT NOT NULL,
    name TEXT NOT NULL,
    person TEXT NOT NULL,
    scope TEXT NOT NULL,
    role TEXT NOT NULL,
    paired_at TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    revoked_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS receipts (
    digest TEXT NOT NULL,
    scope TEXT NOT NULL,
    device_id TEXT NOT NULL,
    size INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    received_at TEXT NOT NULL,
    PRIMARY KEY (digest, scope)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS named (
    digest TEXT NOT NULL,
    collection TEXT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (digest, collection, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;

const heldRows = `
  CREATE TABLE held (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    collection TEXT NOT NULL,
    id TEXT NOT NULL,
    device_id TEXT NOT NULL,
    scope TEXT NOT NULL,
    role TEXT NOT NULL,
    parent_collection TEXT NOT NULL,
    parent_id TEXT NOT NULL,
    base TEXT NOT NULL,
    state TEXT NOT NULL,
    held_at TEXT NOT NULL,
    UNIQUE (collection, id, device_id)
  ) STRICT;
  CREATE INDEX held_by_parent ON held (parent_collection, parent_id);
`;

/** Opens `hub.sqlite` in the desk's folder, made where missing; what is written is on the disk. */
export function openHubDatabase(folder: string): Sqlite {
  const database = openOwnDatabase(folder, "hub.sqlite");
  database.exec("PRAGMA synchronous = FULL");
  // Nothing is written where all is there: the app opens on a full disk too.
  const version = database.prepare("PRAGMA user_version").get()?.["user_version"];
  if (version === 0) database.exec(`BEGIN; ${tables} ${heldRows} PRAGMA user_version = 2; COMMIT`);
  if (version === 1) database.exec(`BEGIN; ${heldRows} PRAGMA user_version = 2; COMMIT`);
  return database;
}
