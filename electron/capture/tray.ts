import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Unmatched } from "#shared/contract/capture.ts";
import { numberIn, textIn } from "#electron/journal/row.ts";
import { inTransaction } from "#electron/journal/transaction.ts";

const table = `
  CREATE TABLE IF NOT EXISTS unmatched (
    digest TEXT NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    pages INTEGER NOT NULL,
    thumb TEXT NOT NULL,
    received_at TEXT NOT NULL,
    PRIMARY KEY (digest, name)
  ) STRICT
`;

/** The scans that wait for a person to say which item they are of, in the order of coming. */
export type Tray = {
  list(): Unmatched[];
  /** Lays one in; the same object under the same name lies there once. */
  lay(scan: Unmatched): void;
  /** Takes an object out, under all its names. */
  take(digest: string): void;
  close(): void;
};

/** Opens `tray.sqlite` in the desk's folder. Writes are fsynced; a full disk throws `DeskFault("disk-full")`. */
export function openTray(folder: string): Tray {
  mkdirSync(folder, { recursive: true });
  const database = new DatabaseSync(join(folder, "tray.sqlite"), { timeout: 2000 });
  database.exec("PRAGMA journal_mode = WAL");
  database.exec("PRAGMA synchronous = FULL");
  database.exec(table);
  const all = database.prepare("SELECT * FROM unmatched ORDER BY rowid");
  const insert = database.prepare("INSERT OR IGNORE INTO unmatched VALUES (?, ?, ?, ?, ?, ?)");
  const remove = database.prepare("DELETE FROM unmatched WHERE digest = ?");
  return {
    list: () =>
      all.all().map((row) => ({
        digest: textIn(row, "digest"),
        name: textIn(row, "name"),
        mediaType: textIn(row, "media_type"),
        pages: numberIn(row, "pages"),
        thumbDigest: textIn(row, "thumb"),
        receivedAt: textIn(row, "received_at"),
      })),
    lay({ digest, name, mediaType, pages, thumbDigest, receivedAt }) {
      inTransaction(database, () => insert.run(digest, name, mediaType, pages, thumbDigest, receivedAt));
    },
    take: (digest) => void inTransaction(database, () => remove.run(digest)),
    close: () => database.close(),
  };
}
