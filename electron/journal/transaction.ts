import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import { DeskFault } from "#shared/contract/fault.ts";

const sqliteFull = 13;

/**
 * Runs `work` in one transaction: all of it is fsynced when this returns, or none of it stays. A full disk becomes
 * `DeskFault("disk-full")`, not lasting: the same work can be done again when there is room.
 */
export function inTransaction<Value>(database: Sqlite, work: () => Value): Value {
  try {
    database.exec("BEGIN IMMEDIATE");
    const value = work();
    database.exec("COMMIT");
    return value;
  } catch (error) {
    // A full disk may have rolled back by itself.
    if (database.isTransaction) database.exec("ROLLBACK");
    if (isDiskFull(error)) throw new DeskFault("disk-full", { lasting: false, cause: error });
    throw error;
  }
}

/** True for SQLite's own word for a full disk, and for the system's. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("errcode" in error && typeof error.errcode === "number") return (error.errcode & 0xff) === sqliteFull;
  return "code" in error && error.code === "ENOSPC";
}
