import type Libsql from "libsql";
import type { SQLOutputValue } from "node:sqlite";
import type { Row } from "#electron/journal/row.ts";
import type { Sqlite, Statement } from "./sqlite.ts";

type Engine = typeof Libsql;
type Values = readonly unknown[];
/** What the engine takes beside what its types tell. */
type Settings = Libsql.Options & { encryptionCipher: "aes256cbc"; encryptionKey: string };

let engine: Engine | undefined;

/*
 * The engine ends a statement, and lets go of the file, when it is collected; it has no other way. These are the closed
 * connections that were not collected yet.
 */
const closed = new Set<number>();
const collected = new FinalizationRegistry((number: number) => closed.delete(number));
let connections = 0;

/** True while a closed database may still hold its file. */
export function isHolding(): boolean {
  return closed.size > 0;
}

/** Loads the engine of encrypted databases; rejects on a system for which there is none. */
export async function loadEngine(): Promise<void> {
  engine ??= (await import("libsql")).default;
}

/**
 * Opens a database whose file and log are AES-256 under a key, made where missing. Another connection is waited for up
 * to `timeout` milliseconds. The engine was loaded before.
 */
export function openEncryptedDatabase(path: string, key: string, timeout: number): Sqlite {
  if (!engine) throw new Error("the engine of encrypted databases is not loaded");
  const settings: Settings = { encryptionCipher: "aes256cbc", encryptionKey: key, timeout };
  return bridge(new engine(path, settings));
}

/** Puts a plain database under a key where it lies, page by page; nothing else has it open. */
export function encryptInPlace(path: string, key: string): void {
  if (!engine) throw new Error("the engine of encrypted databases is not loaded");
  const plain = bridge(new engine(path));
  try {
    plain.exec(`PRAGMA rekey = '${key.replaceAll("'", "''")}'`);
  } finally {
    plain.close();
  }
}

type Native = Libsql.Statement;

function bridge(opened: Libsql.Database): Sqlite {
  const connection = (connections += 1);
  collected.register(opened, connection);
  let database: Libsql.Database | undefined = opened;
  const native = (): Libsql.Database => {
    if (!database) throw new Error("database is not open");
    return database;
  };
  // Whoever holds a statement holds its number alone: those of a closed database are collected whoever still has them.
  const statements = new Map<number, Native>();
  const unused = new FinalizationRegistry((number: number) => statements.delete(number));
  let last = 0;
  const statementOf = (number: number): Native => {
    const found = statements.get(number);
    if (!found) throw new Error("statement has been finalized");
    return found;
  };
  return {
    exec: (text) => said(() => void native().exec(text)),
    prepare(text) {
      const number = (last += 1);
      statements.set(
        number,
        said(() => native().prepare(text)),
      );
      const statement = prepared(() => statementOf(number));
      unused.register(statement, number);
      return statement;
    },
    close() {
      statements.clear();
      native().close();
      closed.add(connection);
      database = undefined;
    },
    get isOpen() {
      return database !== undefined;
    },
    get isTransaction() {
      return database?.inTransaction ?? false;
    },
  };
}

function prepared(native: () => Native): Statement {
  const statement: Statement = {
    run(...values) {
      const { changes, lastInsertRowid } = said(() => native().run(bound(values)));
      return { changes, lastInsertRowid };
    },
    get(...values) {
      const row = said(() => native().get(bound(values))) as Record<string, SQLOutputValue> | undefined;
      // The engine adds how long it took.
      if (row) delete row["_metadata"];
      return row;
    },
    all: (...values) => said(() => native().all(bound(values))) as Row[],
    iterate: (...values) => rowsOf(statement, native, values),
  };
  return statement;
}

/** The rows one by one; while they are read the statement is kept. */
function* rowsOf(kept: Statement, native: () => Native, values: Values): Generator<Row, undefined> {
  const rows = said(() => native().iterate(bound(values)))[Symbol.iterator]();
  let ended = false;
  try {
    for (;;) {
      const next: IteratorResult<unknown, undefined> = said(() => rows.next());
      if (next.done === true) {
        ended = true;
        return undefined;
      }
      yield next.value as Row;
    }
  } finally {
    // Left in the midst, the statement would hold its snapshot; asked again for one row it lets go.
    if (!ended) kept.get(...(values as []));
  }
}

/** One argument whatever the values are: the engine takes a single object for names, and ends over what it does not know. */
function bound(values: Values): unknown {
  const [first] = values;
  const named = values.length === 1 && typeof first === "object" && first !== null;
  const list = named ? Object.values(first) : [...values];
  if (list.some((value) => !isTaken(value))) throw new TypeError("a value that no column takes");
  return named ? first : list;
}

function isTaken(value: unknown): boolean {
  if (typeof value === "string") return !value.includes("\0");
  return value === null || typeof value === "number" || typeof value === "bigint";
}

/** Does something; an error of the engine goes on with its code under the name that all others have. */
function said<Value>(work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error && "rawCode" in error) Object.assign(error, { errcode: error.rawCode });
    throw error;
  }
}
