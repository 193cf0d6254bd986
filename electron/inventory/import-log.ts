import type { PastImport } from "#shared/contract/workbook.ts";
import type { ColumnField } from "#shared/inventory/column-field.ts";
import { columnFields } from "#shared/inventory/column-field.ts";
import type { Values } from "#shared/inventory/diff-fields.ts";
import { openOwnDatabase } from "#electron/journal/own-database.ts";
import { numberIn, type Row, textIn } from "#electron/journal/row.ts";
import { inTransaction } from "#electron/journal/transaction.ts";

/*
 * What this device imported, so that it can be taken back and told from what people wrote. `touched` names each record
 * before the journal holds it: a name without a record is of a write that was cut short. `said` is what the last
 * import said of a record; `secret` names workbooks whose rows bear a mark of secrecy, until they are destroyed. None of it is a record: without this file nothing is lost but the way back.
 */
const tables = `
  CREATE TABLE IF NOT EXISTS imports (
    token TEXT PRIMARY KEY, place INTEGER NOT NULL, fonds TEXT NOT NULL, digest TEXT NOT NULL, name TEXT NOT NULL,
    at TEXT NOT NULL, by TEXT NOT NULL, state TEXT NOT NULL,
    files INTEGER NOT NULL, items INTEGER NOT NULL, changed INTEGER NOT NULL, exclusions INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS imports_of_fonds ON imports (fonds, place);
  CREATE TABLE IF NOT EXISTS touched (
    token TEXT NOT NULL, id TEXT NOT NULL, clock TEXT NOT NULL, collection TEXT NOT NULL,
    before TEXT NOT NULL, said TEXT NOT NULL,
    PRIMARY KEY (token, id, clock)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS said (id TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS mappings (fingerprint TEXT PRIMARY KEY, columns TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS secret (digest TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS codes (key TEXT PRIMARY KEY, code TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;

/** Records that an import writes: what the sheet lists, and the names in it that are new to the unit. */
const touchedCollections = ["files", "items", "terms"] as const;

export type TouchedCollection = (typeof touchedCollections)[number];

/** A record that an import makes (`before` null) or changes (the fields as they were), with the clock of the write. */
export type Touched = {
  id: string;
  collection: TouchedCollection;
  clock: string;
  before: Record<string, unknown> | null;
  /** What the import before it said of the record. */
  said: Values | undefined;
};

type Columns = readonly (ColumnField | "")[];

export type ImportLog = {
  said(id: string): Values | undefined;
  /** Keeps what an import says of records; a field it does not speak of stays as it was said before. */
  say(rows: readonly { id: string; values: Values }[]): void;
  /** Says of records what was said before, or nothing. */
  unsay(rows: readonly { id: string; said: Values | undefined }[]): void;
  /** Begins an import, or goes on with one of the same workbook that was cut short; answers its token. */
  begin(start: {
    token: string;
    fonds: string;
    digest: string;
    name: string;
    at: string;
    by: string;
  }): string;
  touch(token: string, rows: readonly Touched[]): void;
  /** Adds counts to an import, and sets its state. */
  count(token: string, more: Pick<PastImport, "files" | "items" | "changed" | "exclusions">): void;
  settle(token: string, state: PastImport["state"]): void;
  find(token: string): { fonds: string; state: PastImport["state"] } | undefined;
  ofFonds(fondsId: string): PastImport[];
  touchedBy(token: string): Touched[];
  mappings(): Map<string, Columns>;
  keepMapping(fingerprint: string, columns: Columns | null): void;
  codes(): Map<string, string>;
  keepCodes(rows: readonly (readonly [key: string, code: string])[]): void;
  /** Workbooks to destroy once nobody reads them. */
  secrets(): string[];
  keepSecret(digest: string): void;
  forgetSecret(digest: string): void;
  close(): void;
};

const mostImports = 100;

/** Opens the log in a folder, made where missing. */
export function openImportLog(folder: string): ImportLog {
  const database = openOwnDatabase(folder, "imports.sqlite");
  database.exec("PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 8000");
  database.exec(tables);
  const find = {
    said: database.prepare("SELECT state FROM said WHERE id = ?"),
    cut: database.prepare("SELECT token FROM imports WHERE fonds = ? AND digest = ? AND state = 'writing'"),
    import: database.prepare("SELECT fonds, state FROM imports WHERE token = ?"),
    imports: database.prepare("SELECT * FROM imports WHERE fonds = ? ORDER BY place DESC LIMIT ?"),
    touched: database.prepare("SELECT * FROM touched WHERE token = ? ORDER BY clock DESC, id"),
  };
  const put = {
    said: database.prepare("INSERT OR REPLACE INTO said VALUES (?,?)"),
    noSaid: database.prepare("DELETE FROM said WHERE id = ?"),
    import: database.prepare(
      "INSERT INTO imports SELECT ?, coalesce(max(place), 0) + 1, ?, ?, ?, ?, ?, 'writing', 0, 0, 0, 0 FROM imports",
    ),
    touched: database.prepare("INSERT OR IGNORE INTO touched VALUES (?,?,?,?,?,?)"),
    count: database.prepare(
      "UPDATE imports SET files = files + ?, items = items + ?, changed = changed + ?, exclusions = exclusions + ? WHERE token = ?",
    ),
    state: database.prepare("UPDATE imports SET state = ? WHERE token = ?"),
    mapping: database.prepare("INSERT OR REPLACE INTO mappings VALUES (?,?)"),
    noMapping: database.prepare("DELETE FROM mappings WHERE fingerprint = ?"),
    secret: database.prepare("INSERT OR IGNORE INTO secret VALUES (?)"),
    noSecret: database.prepare("DELETE FROM secret WHERE digest = ?"),
    code: database.prepare("INSERT OR REPLACE INTO codes VALUES (?,?)"),
  };
  const said = (id: string) => {
    const row = find.said.get(id);
    return row && readValues(textIn(row, "state"));
  };
  const together = (work: () => void) => inTransaction(database, work);
  return {
    said,
    say: (rows) =>
      together(() => {
        for (const { id, values } of rows) put.said.run(id, JSON.stringify({ ...said(id), ...values }));
      }),
    unsay: (rows) =>
      together(() => {
        for (const { id, said: before } of rows) {
          if (before) put.said.run(id, JSON.stringify(before));
          else put.noSaid.run(id);
        }
      }),
    begin({ token, fonds, digest, name, at, by }) {
      const cut = find.cut.get(fonds, digest);
      if (cut) return textIn(cut, "token");
      put.import.run(token, fonds, digest, name, at, by);
      return token;
    },
    touch: (token, rows) =>
      together(() => {
        for (const { id, collection, clock, before, said: then } of rows) {
          const kept = then ? JSON.stringify(then) : "";
          put.touched.run(token, id, clock, collection, before ? JSON.stringify(before) : "", kept);
        }
      }),
    count: (token, { files, items, changed, exclusions }) =>
      void put.count.run(files, items, changed, exclusions, token),
    settle: (token, state) => void put.state.run(state, token),
    find(token) {
      const row = find.import.get(token);
      return row && { fonds: textIn(row, "fonds"), state: stateOf(row) };
    },
    ofFonds: (fondsId) => find.imports.all(fondsId, mostImports).map(readImport),
    touchedBy: (token) => find.touched.all(token).map(readTouched),
    mappings: () => {
      const rows = database.prepare("SELECT fingerprint, columns FROM mappings").all();
      return new Map(rows.map((row) => [textIn(row, "fingerprint"), readColumns(textIn(row, "columns"))]));
    },
    keepMapping(fingerprint, columns) {
      if (columns) put.mapping.run(fingerprint, JSON.stringify(columns));
      else put.noMapping.run(fingerprint);
    },
    codes: () => {
      const rows = database.prepare("SELECT key, code FROM codes").all();
      return new Map(rows.map((row) => [textIn(row, "key"), textIn(row, "code")]));
    },
    keepCodes: (rows) =>
      together(() => {
        for (const [key, code] of rows) put.code.run(key, code);
      }),
    secrets: () =>
      database
        .prepare("SELECT digest FROM secret")
        .all()
        .map((row) => textIn(row, "digest")),
    keepSecret: (digest) => void put.secret.run(digest),
    forgetSecret: (digest) => void put.noSecret.run(digest),
    close: () => database.close(),
  };
}

function readImport(row: Row): PastImport {
  const [token, name, at, by] = (["token", "name", "at", "by"] as const).map((column) => textIn(row, column));
  return {
    ...{ token: token ?? "", name: name ?? "", at: at ?? "", by: by ?? "", state: stateOf(row) },
    ...{ files: numberIn(row, "files"), items: numberIn(row, "items") },
    ...{ changed: numberIn(row, "changed"), exclusions: numberIn(row, "exclusions") },
  };
}

function stateOf(row: Row): PastImport["state"] {
  const state = textIn(row, "state");
  return state === "written" || state === "undone" ? state : "writing";
}

function readTouched(row: Row): Touched {
  const [before, said] = [textIn(row, "before"), textIn(row, "said")];
  return {
    id: textIn(row, "id"),
    collection: touchedCollections.find((name) => name === row["collection"]) ?? "items",
    clock: textIn(row, "clock"),
    // What this file's own `touch` and `say` wrote.
    before: before === "" ? null : (JSON.parse(before) as Record<string, unknown>),
    said: said === "" ? undefined : readValues(said),
  };
}

function readValues(text: string): Values {
  return JSON.parse(text) as Values;
}

function readColumns(text: string): Columns {
  const kept: unknown = JSON.parse(text);
  return Array.isArray(kept) ? kept.map((name) => columnFields.find((field) => field === name) ?? "") : [];
}
