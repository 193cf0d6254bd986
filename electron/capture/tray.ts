import { type Belonging, nowhere, type SheetRefusal, sheetRefusals } from "#shared/capture/part-stack.ts";
import type { Unmatched } from "#shared/contract/capture.ts";
import { openOwnDatabase } from "#electron/journal/own-database.ts";
import { numberIn, textIn } from "#electron/journal/row.ts";
import { inTransaction } from "#electron/journal/transaction.ts";

const tables = `
  CREATE TABLE IF NOT EXISTS arrivals (
    digest TEXT NOT NULL,
    name TEXT NOT NULL,
    page INTEGER NOT NULL,
    pages INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    thumb TEXT NOT NULL,
    received_at TEXT NOT NULL,
    kind TEXT NOT NULL,
    item_id TEXT NOT NULL,
    file_id TEXT NOT NULL,
    batch_id TEXT NOT NULL,
    refusal TEXT NOT NULL,
    laid TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (digest, page, name)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS stacks (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    belongs TEXT NOT NULL
  ) STRICT
`;

/** Scans of the first version of the tray, which knew whole objects alone. */
const takeOver = `
  INSERT OR IGNORE INTO arrivals
    SELECT digest, name, 0, pages, media_type, thumb, received_at, 'pages', '', '', '', '', '' FROM unmatched
    ORDER BY rowid;
  DROP TABLE unmatched
`;

/** Which pages of an object, under the name it came by. */
export type Arrival = { digest: string; name: string; page: number };

/** What waits, without what the object store knows of it. */
export type Waiting = Omit<Unmatched, "size">;

/**
 * What came in and is no page of an item, in the order of coming: pages that wait for a person to say which item they
 * are of, and the separators that were met. And where each stack of paper that is being scanned has got to.
 */
export type Tray = {
  list(): (Waiting & { laid: string[] })[];
  /** Lays one in; the same pages under the same name lie there once. */
  lay(scan: Waiting): void;
  /** Takes pages of an object out, under all its names; separators stay. */
  take(digest: string, first: number, pages: number): void;
  /** Says of which page records pages lie in now; they are in sight again when those are undone. */
  say(arrival: Arrival, pageIds: readonly string[]): void;
  stack(id: string): Belonging | undefined;
  keepStack(id: string, belongs: Belonging): void;
  close(): void;
};

/** Opens `tray.sqlite` in the desk's folder. Writes are fsynced; a full disk throws `DeskFault("disk-full")`. */
export function openTray(folder: string): Tray {
  const database = openOwnDatabase(folder, "tray.sqlite");
  database.exec("PRAGMA synchronous = FULL");
  database.exec(tables);
  const before = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'unmatched'").get();
  if (before) inTransaction(database, () => database.exec(takeOver));
  const all = database.prepare("SELECT * FROM arrivals ORDER BY rowid");
  const insert = database.prepare(
    "INSERT OR IGNORE INTO arrivals VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')",
  );
  const remove = database.prepare(
    "DELETE FROM arrivals WHERE digest = ? AND kind = 'pages' AND page >= ? AND page < ?",
  );
  const laid = database.prepare("UPDATE arrivals SET laid = ? WHERE digest = ? AND page = ? AND name = ?");
  const readStack = database.prepare("SELECT * FROM stacks WHERE id = ?");
  const writeStack = database.prepare("INSERT OR REPLACE INTO stacks VALUES (?, ?, ?)");
  return {
    list: () => all.all().map(readRow),
    lay(scan) {
      const { digest, name, page, pages, mediaType, thumbDigest, receivedAt } = scan;
      const { kind, itemId, fileId, batchId, refusal } = scan;
      inTransaction(database, () =>
        insert.run(
          ...[digest, name, page, pages, mediaType, thumbDigest, receivedAt],
          ...[kind, itemId, fileId, batchId, refusal],
        ),
      );
    },
    take: (digest, first, pages) =>
      void inTransaction(database, () => remove.run(digest, first, first + pages)),
    say({ digest, name, page }, pageIds) {
      inTransaction(database, () => laid.run(pageIds.join(" "), digest, page, name));
    },
    stack(id) {
      const row = readStack.get(id);
      if (!row) return undefined;
      const kind = textIn(row, "kind");
      return kind === "item" || kind === "file" ? { kind, id: textIn(row, "belongs") } : nowhere;
    },
    keepStack(id, belongs) {
      const of = belongs.kind === "nowhere" ? "" : belongs.id;
      inTransaction(database, () => writeStack.run(id, belongs.kind, of));
    },
    close: () => database.close(),
  };
}

type Row = Parameters<typeof textIn>[0];

function readRow(row: Row): Waiting & { laid: string[] } {
  const refusal: SheetRefusal = sheetRefusals.find((known) => known === textIn(row, "refusal")) ?? "";
  return {
    digest: textIn(row, "digest"),
    name: textIn(row, "name"),
    page: numberIn(row, "page"),
    pages: numberIn(row, "pages"),
    mediaType: textIn(row, "media_type"),
    thumbDigest: textIn(row, "thumb"),
    receivedAt: textIn(row, "received_at"),
    kind: textIn(row, "kind") === "separator" ? "separator" : "pages",
    itemId: textIn(row, "item_id"),
    fileId: textIn(row, "file_id"),
    batchId: textIn(row, "batch_id"),
    refusal,
    laid: textIn(row, "laid")
      .split(" ")
      .filter((id) => id !== ""),
  };
}
