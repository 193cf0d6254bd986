import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { cipherOf, openSqlite } from "#electron/sqlite/open-sqlite.ts";
import { released } from "#electron/sqlite/released.ts";
import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import { standingTables } from "#electron/completeness/standing-tables.ts";
import { sha256 } from "#electron/journal/chain.ts";
import { isDamaged } from "#electron/journal/damage.ts";

const fileName = "index.sqlite";

/** The index follows another life of the journal than the one that is there: it is to be made anew. */
export class AnotherJournal extends Error {
  constructor() {
    super("an index of another life of the journal");
    this.name = "AnotherJournal";
  }
}

/*
 * Words of a record end with the block of its key (search/key-block.ts).
 * `keys` names a record once, from when it is first heard of (a file by its items, an item by its pages); all other
 * tables use its key, so that a list and a search meet by whole numbers. `docs` says which records are searched;
 * `item` is the item a page belongs to, `digest` tells whether its text changed, `awaited` that the text is not here
 * yet. The full-text tables hold no text, only where words are.
 */
const fullText = `fts5 (words, content = '', contentless_delete = 1, prefix = '1 2 3',
  tokenize = "unicode61 remove_diacritics 0")`;
const searched = `
  -- words with blocks of keys
  CREATE TABLE docs (
    key INTEGER PRIMARY KEY,
    item INTEGER NOT NULL,
    digest TEXT NOT NULL,
    awaited INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX docs_awaited ON docs (digest) WHERE awaited;
  CREATE VIRTUAL TABLE record_words USING ${fullText};
  CREATE VIRTUAL TABLE page_words USING ${fullText};
`;

/*
 * A cell is one combination of all that a list is narrowed and counted by, so that counting 100,000 rows is counting
 * along one index of whole numbers. A file that is known only by its items has a row without a cell (0).
 */
const listed = `
  CREATE TABLE cells (
    cell INTEGER PRIMARY KEY,
    traits TEXT NOT NULL UNIQUE
  ) STRICT;
  CREATE TABLE file_rows (
    key INTEGER PRIMARY KEY,
    cell INTEGER NOT NULL,
    fonds TEXT NOT NULL,
    inventory TEXT NOT NULL,
    box TEXT NOT NULL,
    code TEXT NOT NULL,
    notation TEXT NOT NULL,
    location TEXT NOT NULL,
    leaves INTEGER NOT NULL,
    traits TEXT NOT NULL,
    place_order TEXT NOT NULL,
    inventory_order TEXT NOT NULL,
    box_order TEXT NOT NULL,
    code_order TEXT NOT NULL,
    title_order TEXT NOT NULL,
    number_order TEXT NOT NULL,
    date TEXT NOT NULL,
    retention TEXT NOT NULL,
    group_id TEXT NOT NULL
  ) STRICT;
  CREATE INDEX file_rows_by_cell ON file_rows (cell);
  CREATE INDEX file_rows_in_place ON file_rows (place_order);
  CREATE INDEX file_rows_of_fonds ON file_rows (fonds, place_order);
  CREATE TABLE item_rows (
    key INTEGER PRIMARY KEY,
    file INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    cell INTEGER NOT NULL,
    state TEXT NOT NULL,
    traits TEXT NOT NULL,
    title_order TEXT NOT NULL,
    number_order TEXT NOT NULL,
    issuer_order TEXT NOT NULL,
    type_order TEXT NOT NULL,
    date TEXT NOT NULL,
    number TEXT NOT NULL,
    symbol TEXT NOT NULL,
    type TEXT NOT NULL,
    issuer TEXT NOT NULL,
    signer TEXT NOT NULL,
    leaves TEXT NOT NULL,
    twin TEXT NOT NULL
  ) STRICT;
  CREATE INDEX item_rows_by_cell ON item_rows (cell);
  CREATE INDEX item_rows_of_file ON item_rows (file, ordinal, cell, state);
  CREATE INDEX item_rows_by_title ON item_rows (title_order, cell);
  CREATE INDEX item_rows_by_twin ON item_rows (twin);
  CREATE TABLE page_rows (
    key INTEGER PRIMARY KEY,
    item INTEGER NOT NULL,
    content TEXT NOT NULL,
    stands INTEGER NOT NULL,
    maker TEXT NOT NULL,
    scanner TEXT NOT NULL,
    day TEXT NOT NULL,
    verdict TEXT NOT NULL,
    defect TEXT NOT NULL
  ) STRICT;
  CREATE INDEX page_rows_of_item ON page_rows (item);
  CREATE INDEX page_rows_by_content ON page_rows (content);
  CREATE INDEX page_rows_rejected ON page_rows (defect) WHERE verdict = 'rejected';
`;

const tables = `
  CREATE TABLE keys (key INTEGER PRIMARY KEY, collection TEXT NOT NULL, id TEXT NOT NULL) STRICT;
  CREATE UNIQUE INDEX keys_by_id ON keys (collection, id);
  CREATE TABLE cursors (
    follower TEXT NOT NULL,
    collection TEXT NOT NULL,
    epoch TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (follower, collection)
  ) STRICT;
  ${searched}
  ${listed}
  ${standingTables}
`;

/** Says which tables a file has, so that one with others is made anew. */
const version = Number.parseInt(sha256(tables).slice(0, 7), 16);

/** Opens the index in a folder. It holds nothing of its own: one that is damaged or with other tables is made anew. */
export function openIndexDatabase(folder: string): Sqlite {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, fileName);
  try {
    return openAt(path);
  } catch {
    removeIndex(folder);
    return openAt(path);
  }
}

/** Makes way for a new index where the one in a folder cannot be opened, and waits until its file is let go of. */
export async function clearIndex(folder: string): Promise<void> {
  const path = join(folder, fileName);
  if (cipherOf(path) === "none") return;
  try {
    openAt(path).close();
    await released();
  } catch {
    await released();
    removeIndex(folder);
  }
}

/** Removes a closed index from its folder. */
export function removeIndex(folder: string): void {
  for (const ending of ["", "-wal", "-shm"]) {
    rmSync(join(folder, fileName + ending), { force: true, maxRetries: 10, retryDelay: 50 });
  }
}

/** True for an error after which the index is to be made anew: it is damaged, no database, or of another journal. */
export function isUseless(error: unknown): boolean {
  return error instanceof AnotherJournal || isDamaged(error);
}

function openAt(path: string): Sqlite {
  const database = openSqlite(path);
  try {
    database.exec("PRAGMA locking_mode = EXCLUSIVE");
    database.exec("PRAGMA journal_mode = WAL");
    database.exec("PRAGMA synchronous = NORMAL");
    database.exec("PRAGMA cache_size = -64000");
    database.exec("PRAGMA temp_store = MEMORY");
    // Taking in a large journal touches the same pages again and again: let some 32 MB of them gather.
    database.exec("PRAGMA wal_autocheckpoint = 8000");
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
