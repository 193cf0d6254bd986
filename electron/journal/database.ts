import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { openSqlite } from "#electron/sqlite/open-sqlite.ts";
import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import { noteOpen } from "./databases-open.ts";
import { numberIn } from "./row.ts";

const version = 3;

/*
 * `entries` is the log. `heads` is its read model: each record at its last entry, with what the reads look up.
 * `at_province` is 1 where the province is known to hold exactly this state; where it is 0, `base` has the clocks of
 * the last state that it was known to hold, as JSON, or nothing where it was known to hold none. Ids sort by
 * the time of their making, so new records fall side by side in the key and the indexes: an index by bucket would
 * scatter each batch over all pages and halve the rate of writing, so one bucket's hashes are read by a scan.
 */
const tables = `
  CREATE TABLE entries (
    seq INTEGER PRIMARY KEY,
    collection TEXT NOT NULL,
    id TEXT NOT NULL,
    origin TEXT NOT NULL,
    device TEXT NOT NULL,
    at TEXT NOT NULL,
    state TEXT NOT NULL,
    hash TEXT NOT NULL
  ) STRICT;
  CREATE INDEX entries_of_record ON entries (id, seq);
  CREATE TRIGGER entries_stay BEFORE DELETE ON entries
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
  CREATE TRIGGER entries_never_change BEFORE UPDATE ON entries
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
  CREATE TABLE heads (
    collection TEXT NOT NULL,
    bucket INTEGER NOT NULL,
    id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    at_province INTEGER NOT NULL,
    hash TEXT NOT NULL,
    facet TEXT NOT NULL,
    parent TEXT NOT NULL,
    batch TEXT NOT NULL,
    code TEXT NOT NULL,
    scope TEXT NOT NULL,
    base TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (collection, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX heads_in_order ON heads (collection, seq);
  CREATE INDEX heads_unsent ON heads (collection, seq) WHERE at_province = 0;
  CREATE INDEX heads_by_parent ON heads (collection, parent, id) WHERE parent <> '';
  CREATE INDEX heads_by_batch ON heads (batch, id) WHERE batch <> '';
  CREATE INDEX heads_by_code ON heads (code, id) WHERE code <> '';
  CREATE INDEX heads_claims ON heads (parent, id) WHERE substr(facet, 1, 6) = 'claim:';
  CREATE TABLE quarantine (
    digest TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    collection TEXT NOT NULL,
    id TEXT NOT NULL,
    code TEXT NOT NULL,
    detail TEXT NOT NULL,
    state TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;

/** What brings a journal of each earlier version to the next. */
const migrations: readonly (readonly [from: number, statements: string])[] = [
  [
    1,
    `ALTER TABLE heads ADD COLUMN base TEXT NOT NULL DEFAULT '';
     UPDATE heads SET base = coalesce((
       SELECT json_extract(e.state, '$.clocks') FROM entries e
       WHERE e.id = heads.id AND e.collection = heads.collection AND e.origin = 'province'
       ORDER BY e.seq DESC LIMIT 1), '')
     WHERE at_province = 0;`,
  ],
  [
    2,
    `UPDATE heads SET facet = (
       SELECT 'claim:' || CASE WHEN coalesce(json_extract(e.state, '$.lostTo'), '') <> '' THEN 'lost'
         ELSE json_extract(e.state, '$.claim.station') END
       FROM entries e WHERE e.seq = heads.seq)
     WHERE collection = 'notes' AND facet = '' AND EXISTS (
       SELECT 1 FROM entries e WHERE e.seq = heads.seq AND json_extract(e.state, '$.kind') = 'claim'
         AND json_extract(e.state, '$.claim.station') IS NOT NULL AND json_extract(e.state, '$.solvedAt') = '');
     DELETE FROM facts WHERE name = 'ledger of notes';
     CREATE INDEX IF NOT EXISTS heads_claims ON heads (parent, id) WHERE substr(facet, 1, 6) = 'claim:';`,
  ],
];

/**
 * Opens the journal's database in a folder, both made where missing. Throws where another process has it open or
 * where a later version of the app wrote it.
 */
export function openDatabase(folder: string): Sqlite {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, "journal.sqlite");
  const database = openSqlite(path, { timeout: 2000 });
  try {
    // The chain's last hash lives in memory, so the file has one owner; and without shared memory no full disk
    // can strike outside a write.
    database.exec("PRAGMA locking_mode = EXCLUSIVE");
    database.exec("PRAGMA journal_mode = WAL");
    database.exec("PRAGMA synchronous = FULL");
    database.exec("PRAGMA wal_autocheckpoint = 4000");
    database.exec("PRAGMA cache_size = -32000");
    const found = numberIn(database.prepare("PRAGMA user_version").get() ?? {}, "user_version");
    if (found > version) throw new Error(`the journal is of version ${found}, this app knows ${version}`);
    if (found === 0) {
      database.exec("BEGIN IMMEDIATE");
      database.exec(tables);
      database
        .prepare("INSERT INTO facts (name, value) VALUES ('epoch', ?)")
        .run(randomBytes(12).toString("hex"));
      database.exec(`PRAGMA user_version = ${version}`);
      database.exec("COMMIT");
    }
    // Journals of before the trail was shown have no index for it.
    database.exec("CREATE INDEX IF NOT EXISTS entries_of_record ON entries (id, seq)");
    for (const [from, statements] of migrations) {
      if (found === 0 || found > from) continue;
      database.exec(`BEGIN IMMEDIATE; ${statements} PRAGMA user_version = ${from + 1}; COMMIT`);
    }
    noteOpen(path, database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
