import { closeSync, openSync, readSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { openEncryptedDatabase } from "./encrypted-database.ts";
import { keyOver } from "./folder-keys.ts";
import type { Sqlite } from "./sqlite.ts";

const plainStart = Buffer.from("SQLite format 3\0");

export type FileCipher = "none" | "plain" | "encrypted";

/** What a database's file is by how it begins: none or an empty one, a plain one, or anything else. */
export function cipherOf(path: string): FileCipher {
  const start = Buffer.alloc(plainStart.length);
  let file: number;
  try {
    file = openSync(path, "r");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "none";
    throw error;
  }
  try {
    const read = readSync(file, start, 0, start.length, 0);
    if (read === 0) return "none";
    return start.equals(plainStart) ? "plain" : "encrypted";
  } finally {
    closeSync(file);
  }
}

type Opening = {
  /** How long another connection is waited for, in milliseconds. */
  timeout?: number;
  /** Only read: a plain one that is missing is not made. */
  readOnly?: boolean;
};

/**
 * Opens a database of the desk, made where missing: under the key that its folder has, or plain where it has none. One
 * that is plain stays so until it is encrypted as a whole.
 */
export function openSqlite(path: string, { timeout = 0, readOnly = false }: Opening = {}): Sqlite {
  const key = keyOver(path);
  if (key === undefined || cipherOf(path) === "plain") return new DatabaseSync(path, { timeout, readOnly });
  return openEncryptedDatabase(path, key, timeout);
}
