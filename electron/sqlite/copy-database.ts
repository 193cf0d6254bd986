import { open } from "node:fs/promises";
import { backup, DatabaseSync } from "node:sqlite";
import { setImmediate as tick } from "node:timers/promises";
import { numberIn } from "#electron/journal/row.ts";
import { openSqlite } from "./open-sqlite.ts";
import type { Sqlite } from "./sqlite.ts";

/** How much is copied at a time: other work comes in between. */
const pagesAtOnce = 200;
const bytesAtOnce = 1024 * 1024;

/** Where SQLite locks a file; the page there holds nothing, and on Windows nobody else may read it. */
const lockByte = 0x40000000;

/**
 * Copies a database that is open in this process as it stands at one moment, while people go on writing to it. The copy
 * of an encrypted one is encrypted under the same key.
 */
export async function copyDatabase(
  database: Sqlite,
  from: string,
  to: string,
  signal: AbortSignal,
): Promise<void> {
  if (database instanceof DatabaseSync) {
    await backup(database, to, { rate: pagesAtOnce, progress: () => signal.throwIfAborted() });
  } else {
    await copyFrozen(database, from, to, signal);
  }
  signal.throwIfAborted();
}

/**
 * The log is written into the file, and from then on everything new stays in the log until the file is copied. Closing
 * the file drops this process's locks on it where the system is POSIX; the lock of the desk's folder stays.
 */
async function copyFrozen(database: Sqlite, from: string, to: string, signal: AbortSignal): Promise<void> {
  const usual = pragma(database, "wal_autocheckpoint");
  database.exec("PRAGMA wal_autocheckpoint = 0");
  try {
    const emptied = database.prepare("PRAGMA wal_checkpoint(TRUNCATE)").get() ?? {};
    // What is left in the log is in no copy of the file.
    if (numberIn(emptied, "busy") !== 0) throw new Error("the log of a database was not emptied");
    await copyBytes(from, to, pragma(database, "page_size"), signal);
  } finally {
    if (database.isOpen) database.exec(`PRAGMA wal_autocheckpoint = ${usual}`);
  }
}

async function copyBytes(from: string, to: string, page: number, signal: AbortSignal): Promise<void> {
  const buffer = Buffer.alloc(bytesAtOnce);
  const source = await open(from, "r");
  const target = await open(to, "w", 0o600);
  try {
    for (let at = 0; ;) {
      signal.throwIfAborted();
      if (at === lockByte) at += page;
      const length = at < lockByte ? Math.min(bytesAtOnce, lockByte - at) : bytesAtOnce;
      const { bytesRead } = await source.read(buffer, 0, length, at);
      if (bytesRead === 0) break;
      await target.write(buffer, 0, bytesRead, at);
      at += bytesRead;
    }
    await target.sync();
  } finally {
    await source.close();
    await target.close();
  }
}

function pragma(database: Sqlite, name: string): number {
  return numberIn(database.prepare(`PRAGMA ${name}`).get() ?? {}, name);
}

/** The bytes that a closed database has as a plain file, some pages at a time: nothing plain lies on the disk. */
export async function* plainBytes(path: string): AsyncGenerator<Buffer> {
  const database = openSqlite(path);
  try {
    let pages: Uint8Array[] = [];
    for (const { data } of database.prepare("SELECT data FROM sqlite_dbpage ORDER BY pgno").iterate()) {
      // The engine gives a blob as the buffer that a view would stand on.
      pages.push(new Uint8Array(data as unknown as ArrayBuffer));
      if (pages.length < pagesAtOnce) continue;
      yield Buffer.concat(pages);
      pages = [];
      await tick();
    }
    yield Buffer.concat(pages);
  } finally {
    database.close();
  }
}
