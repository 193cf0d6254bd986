import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import { numberIn } from "#electron/journal/row.ts";
import { openOwnDatabase } from "#electron/journal/own-database.ts";

/*
 * What the desk knows of the province beside the journal: how far it read, what was refused, which objects are to
 * be sent. All of it can be found again from the journal and the province, so its loss costs time, not data.
 */
const tables = `
  CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS refused (
    collection TEXT NOT NULL,
    id TEXT NOT NULL,
    hash TEXT NOT NULL,
    code TEXT NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (collection, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS uploads (
    digest TEXT PRIMARY KEY,
    rank INTEGER NOT NULL,
    size INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    url TEXT NOT NULL,
    state TEXT NOT NULL,
    tries INTEGER NOT NULL,
    reason TEXT NOT NULL,
    received_at TEXT NOT NULL,
    since TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS uploads_due ON uploads (state, tries, rank, since);
  CREATE TABLE IF NOT EXISTS namings (
    digest TEXT NOT NULL,
    collection TEXT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (digest, collection, id)
  ) STRICT, WITHOUT ROWID;
`;

/** What each version added to the tables of the one before; what is released is never edited. */
const additions = [
  `ALTER TABLE refused ADD COLUMN retry_at INTEGER;
   ALTER TABLE refused ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;
   ALTER TABLE refused ADD COLUMN at TEXT NOT NULL DEFAULT ''`,
  `ALTER TABLE uploads ADD COLUMN signature TEXT NOT NULL DEFAULT '';
   ALTER TABLE uploads ADD COLUMN freed_at TEXT NOT NULL DEFAULT '';
   CREATE INDEX uploads_unsigned ON uploads (received_at) WHERE state = 'sent' AND signature = '';
   CREATE INDEX uploads_freed ON uploads (digest) WHERE freed_at <> ''`,
  `CREATE TABLE parcels (
     id TEXT PRIMARY KEY,
     sequence INTEGER NOT NULL,
     at TEXT NOT NULL,
     path TEXT NOT NULL,
     records INTEGER NOT NULL,
     objects INTEGER NOT NULL,
     bytes INTEGER NOT NULL,
     answered_at TEXT NOT NULL,
     accepted INTEGER NOT NULL,
     merged INTEGER NOT NULL,
     refused INTEGER NOT NULL,
     confirmed INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID`,
  `ALTER TABLE parcels ADD COLUMN arrived_at TEXT NOT NULL DEFAULT '';
   ALTER TABLE parcels ADD COLUMN arrived_with TEXT NOT NULL DEFAULT '';
   ALTER TABLE parcels ADD COLUMN arrived_refused INTEGER NOT NULL DEFAULT 0;
   CREATE TABLE machines (signing TEXT PRIMARY KEY, card TEXT NOT NULL) STRICT, WITHOUT ROWID;
   CREATE TABLE carried (
     collection TEXT NOT NULL,
     id TEXT NOT NULL,
     hash TEXT NOT NULL,
     clocks TEXT NOT NULL,
     PRIMARY KEY (collection, id)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE carried_objects (digest TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
   CREATE TABLE parcels_taken (
     id TEXT NOT NULL,
     signer TEXT NOT NULL,
     sender TEXT NOT NULL,
     scope TEXT NOT NULL,
     sequence INTEGER NOT NULL,
     at TEXT NOT NULL,
     taken_at TEXT NOT NULL,
     times INTEGER NOT NULL,
     late INTEGER NOT NULL,
     accepted INTEGER NOT NULL,
     merged INTEGER NOT NULL,
     refused INTEGER NOT NULL,
     objects INTEGER NOT NULL,
     PRIMARY KEY (id, signer)
   ) STRICT, WITHOUT ROWID`,
  // Of a record that was merged with another's edit: which fields are the other's, which this machine's own.
  `CREATE TABLE merges (
     collection TEXT NOT NULL,
     id TEXT NOT NULL,
     hash TEXT NOT NULL,
     theirs TEXT NOT NULL,
     ours TEXT NOT NULL,
     PRIMARY KEY (collection, id)
   ) STRICT, WITHOUT ROWID;
   ALTER TABLE parcels ADD COLUMN held INTEGER NOT NULL DEFAULT 0`,
] as const;

/** Opens `sync.sqlite` in the desk's folder, made where missing. */
export function openSyncDatabase(folder: string): Sqlite {
  const database = openOwnDatabase(folder, "sync.sqlite");
  database.exec("PRAGMA synchronous = FULL");
  database.exec(tables);
  const version = numberIn(database.prepare("PRAGMA user_version").get() ?? {}, "user_version");
  for (const [at, statements] of additions.entries()) {
    if (at >= version) database.exec(`BEGIN; ${statements}; PRAGMA user_version = ${at + 1}; COMMIT`);
  }
  return database;
}
