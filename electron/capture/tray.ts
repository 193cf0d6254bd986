import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import { type Belonging, nowhere, type SheetRefusal, sheetRefusals } from "#shared/capture/part-stack.ts";
import type { Unmatched } from "#shared/contract/capture.ts";
import { openOwnDatabase } from "#electron/journal/own-database.ts";
import { numberIn, textIn } from "#electron/journal/row.ts";
import { inTransaction } from "#electron/journal/transaction.ts";
import type { Scans } from "./attach.ts";

const tables = `
  CREATE TABLE IF NOT EXISTS waiting (
    digest TEXT NOT NULL,
    name TEXT NOT NULL,
    page INTEGER NOT NULL,
    page_id TEXT NOT NULL,
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
    PRIMARY KEY (digest, page, name, page_id)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS stacks (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    belongs TEXT NOT NULL
  ) STRICT
`;

/** What lay in trays of earlier versions: the first knew whole objects alone, the second no pages of devices. */
const takeOver = {
  unmatched: `
    INSERT OR IGNORE INTO waiting
      SELECT digest, name, 0, '', pages, media_type, thumb, received_at, 'pages', '', '', '', '', '' FROM unmatched
      ORDER BY rowid;
    DROP TABLE unmatched`,
  arrivals: `
    INSERT OR IGNORE INTO waiting
      SELECT digest, name, page, '', pages, media_type, thumb, received_at, kind, item_id, file_id, batch_id, refusal,
        laid
      FROM arrivals ORDER BY rowid;
    DROP TABLE arrivals`,
} as const;

/** Which pages of an object, under the name it came by; `pageId` is empty for what no device gave. */
export type Arrival = { digest: string; name: string; page: number; pageId: string };

/** What waits, without what others know of it. */
export type Waiting = Omit<Unmatched, "size" | "scanner" | "side"> & { pageId: string };

/** Pages of an object that have found their item. */
type Taken = { digest: string; name: string; pageId: string; first?: number; pages: number };

/**
 * What came in and is no page of an item, in the order of coming: pages that wait for a person to say which item they
 * are of, and the separators that were met. And where each stack of paper that is being scanned has got to.
 */
export type Tray = {
  list(): (Waiting & { laid: string[] })[];
  /** Lays one in. What a device gave lies there once for each page that it is; what a person chose, once by its name. */
  lay(scan: Waiting): void;
  /**
   * Takes pages out, each once, though others of the same bytes wait: of a device's, that very page; of what a person
   * chose, the one of its name, or else, unless the pages were the item's already, the first of its bytes.
   */
  take(pages: Taken, already: boolean): void;
  /** Says of which page records pages lie in now; they are in sight again when those are undone. */
  say(arrival: Arrival, pageIds: readonly string[]): void;
  stack(id: string): Belonging | undefined;
  keepStack(id: string, belongs: Belonging): void;
  close(): void;
};

/** Opens `tray.sqlite` in the desk's folder. Writes are fsynced; a full disk throws `DeskFault("disk-full")`. */
export function openTray(folder: string, scans?: Pick<Scans, "origin">): Tray {
  const database = openOwnDatabase(folder, "tray.sqlite");
  database.exec("PRAGMA synchronous = FULL");
  database.exec(tables);
  takeOverFormer(database, scans);
  const all = database.prepare("SELECT * FROM waiting ORDER BY rowid");
  const insert = database.prepare(
    "INSERT OR IGNORE INTO waiting VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')",
  );
  const lies = database.prepare("SELECT 1 FROM waiting WHERE digest = ? AND page = ? AND name = ?");
  const remove = database.prepare(
    `DELETE FROM waiting WHERE rowid IN (
       SELECT rowid FROM (
         SELECT rowid, row_number() OVER (PARTITION BY page ORDER BY name = $name DESC, laid = '' DESC, rowid) AS place
         FROM waiting
         WHERE digest = $digest AND kind = 'pages' AND page >= $first AND page < $end
           AND ($pageId = '' OR page_id = $pageId) AND ($named = 0 OR name = $name)
       ) WHERE place = 1
     )`,
  );
  const laid = database.prepare(
    "UPDATE waiting SET laid = ? WHERE digest = ? AND page = ? AND name = ? AND page_id = ?",
  );
  const readStack = database.prepare("SELECT * FROM stacks WHERE id = ?");
  const writeStack = database.prepare("INSERT OR REPLACE INTO stacks VALUES (?, ?, ?)");
  return {
    list: () => all.all().map(readRow),
    lay(scan) {
      const { digest, name, page, pageId, pages, mediaType, thumbDigest, receivedAt } = scan;
      const { kind, itemId, fileId, batchId, refusal } = scan;
      if (pageId === "" && lies.get(digest, page, name)) return;
      inTransaction(database, () =>
        insert.run(
          ...[digest, name, page, pageId, pages, mediaType, thumbDigest, receivedAt],
          ...[kind, itemId, fileId, batchId, refusal],
        ),
      );
    },
    take({ digest, name, pageId, first = 0, pages }, already) {
      const which = { $digest: digest, $name: name, $pageId: pageId, $first: first, $end: first + pages };
      inTransaction(database, () => remove.run({ ...which, $named: already ? 1 : 0 }));
    },
    say({ digest, name, page, pageId }, pageIds) {
      inTransaction(database, () => laid.run(pageIds.join(" "), digest, page, name, pageId));
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

function takeOverFormer(database: Sqlite, scans: Pick<Scans, "origin"> | undefined): void {
  const isThere = database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?");
  for (const former of ["unmatched", "arrivals"] as const) {
    if (!isThere.get(former)) continue;
    inTransaction(database, () => {
      database.exec(takeOver[former]);
      const know = database.prepare("UPDATE waiting SET page_id = ? WHERE rowid = ?");
      for (const row of database
        .prepare("SELECT rowid, digest, name FROM waiting WHERE page_id = ''")
        .all()) {
        const pageId = scans?.origin(textIn(row, "digest"), textIn(row, "name"));
        if (pageId !== undefined) know.run(pageId, numberIn(row, "rowid"));
      }
    });
  }
}

type Row = Parameters<typeof textIn>[0];

function readRow(row: Row): Waiting & { laid: string[] } {
  const refusal: SheetRefusal = sheetRefusals.find((known) => known === textIn(row, "refusal")) ?? "";
  return {
    digest: textIn(row, "digest"),
    name: textIn(row, "name"),
    page: numberIn(row, "page"),
    pageId: textIn(row, "page_id"),
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
