import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

const version = 1;
const fileName = "search.sqlite";

/** SQLITE_CORRUPT and SQLITE_NOTADB. */
const damageCodes = new Set([11, 26]);

/*
 * `docs` says what each row of the two full-text tables stands for; `item` is the item a page belongs to, `digest`
 * tells whether its text changed. The full-text tables hold no text, only where words are.
 */
const fullText = `fts5 (words, content = '', contentless_delete = 1, prefix = '1 2 3',
  tokenize = "unicode61 remove_diacritics 0")`;
const tables = `
  CREATE TABLE docs (
    key INTEGER PRIMARY KEY,
    collection TEXT NOT NULL,
    id TEXT NOT NULL,
    item TEXT NOT NULL,
    digest TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX docs_by_id ON docs (collection, id);
  CREATE VIRTUAL TABLE record_words USING ${fullText};
  CREATE VIRTUAL TABLE page_words USING ${fullText};
  CREATE TABLE cursors (collection TEXT PRIMARY KEY, epoch TEXT NOT NULL, seq INTEGER NOT NULL) STRICT;
`;

/** Opens the index in a folder. It holds nothing of its own: one that is damaged or of another version is made anew. */
export function openIndexDatabase(folder: string): DatabaseSync {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, fileName);
  try {
    return openAt(path);
  } catch {
    removeIndex(folder);
    return openAt(path);
  }
}

/** Removes a closed index from its folder. */
export function removeIndex(folder: string): void {
  for (const ending of ["", "-wal", "-shm"]) {
    rmSync(join(folder, fileName + ending), { force: true, maxRetries: 10, retryDelay: 50 });
  }
}

/** True for an error that says that the file is damaged, or is no database. */
export function isDamage(error: unknown): boolean {
  if (!(error instanceof Error && "errcode" in error && typeof error.errcode === "number")) return false;
  return damageCodes.has(error.errcode & 0xff);
}

/** Takes everything out of the index. */
export function emptyIndex(database: DatabaseSync): void {
  database.exec(`
    BEGIN IMMEDIATE;
    DROP TABLE docs;
    DROP TABLE record_words;
    DROP TABLE page_words;
    DROP TABLE cursors;
    ${tables}
    COMMIT;
  `);
}

function openAt(path: string): DatabaseSync {
  const database = new DatabaseSync(path);
  try {
    database.exec("PRAGMA locking_mode = EXCLUSIVE");
    database.exec("PRAGMA journal_mode = WAL");
    database.exec("PRAGMA synchronous = NORMAL");
    database.exec("PRAGMA cache_size = -64000");
    const found = database.prepare("PRAGMA user_version").get()?.["user_version"];
    if (found === 0) database.exec(`BEGIN IMMEDIATE; ${tables} PRAGMA user_version = ${version}; COMMIT;`);
    else if (found !== version) throw new Error(`an index of version ${String(found)}`);
    database.prepare("SELECT count(*) FROM cursors").get();
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
