import type { Sqlite } from "#electron/sqlite/sqlite.ts";

/*
 * The desk's databases are held by one connection each, and no other can read them: whoever copies one needs that
 * very connection.
 */
const open = new Map<string, Sqlite>();

/** Notes that a database of this process is open at a path. */
export function noteOpen(path: string, database: Sqlite): void {
  open.set(path, database);
}

/** The connection that holds the database at a path, or nothing where none of this process does. */
export function openAt(path: string): Sqlite | undefined {
  const database = open.get(path);
  return database?.isOpen === true ? database : undefined;
}
