import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import { type Static, type TSchema } from "typebox";
import { Check } from "typebox/value";
import { openOwnDatabase } from "#electron/journal/own-database.ts";
import { textIn } from "#electron/journal/row.ts";
import { inTransaction } from "#electron/journal/transaction.ts";

/*
 * What this machine knows of the health of its data: where it is backed up, what was checked when, and each object
 * that was seen whole. It is of the machine, not of the data: a restore leaves it alone.
 */
const tables = `
  CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS objects (
    digest TEXT PRIMARY KEY,
    state TEXT NOT NULL,
    checked_at INTEGER NOT NULL,
    seen INTEGER NOT NULL,
    since TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS objects_due ON objects (checked_at) WHERE state = 'whole';
  CREATE INDEX IF NOT EXISTS objects_wrong ON objects (state) WHERE state <> 'whole';
`;

/** Opens `keeping.sqlite` in the desk's folder, made where missing. */
export function openKeepingDatabase(folder: string): Sqlite {
  const database = openOwnDatabase(folder, "keeping.sqlite");
  database.exec("PRAGMA synchronous = NORMAL");
  database.exec(tables);
  return database;
}

/** Values kept by name; what does not fit its schema, as after a change of version, counts as never set. */
export type Notes = {
  read<Schema extends TSchema>(name: string, schema: Schema): Static<Schema> | undefined;
  write(name: string, value: unknown): void;
  /** What was overwritten or removed until now is no longer anywhere in the database's files. */
  scrub(): void;
};

export function openNotes(database: Sqlite): Notes {
  const find = database.prepare("SELECT value FROM facts WHERE name = ?");
  const set = database.prepare("INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)");
  return {
    read(name, schema) {
      const row = find.get(name);
      if (!row) return undefined;
      const value: unknown = JSON.parse(textIn(row, "value"));
      return Check(schema, value) ? value : undefined;
    },
    scrub: () => database.exec("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)"),
    write: (name, value) => void inTransaction(database, () => set.run(name, JSON.stringify(value))),
  };
}
