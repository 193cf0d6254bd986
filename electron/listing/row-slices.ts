import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import type { CollectionName, Records } from "#shared/archive/collections.ts";
import { openStanding } from "#electron/completeness/take-standing.ts";
import { openNextSlice } from "#electron/index/next-slice.ts";
import { openKeys } from "#electron/index/record-keys.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { textIn } from "#electron/journal/row.ts";
import { inTransaction } from "#electron/journal/transaction.ts";
import { openCells } from "./cells.ts";
import { openFileRows } from "./file-rows.ts";
import { openItemRows } from "./item-rows.ts";
import { openPageRows } from "./page-rows.ts";
import { cellOfFile, stateOfFile } from "./traits.ts";

/** What lists are made of, parents first. */
export const listedCollections = ["files", "items", "pages"] as const satisfies CollectionName[];

type ListedCollection = (typeof listedCollections)[number];

/**
 * Takes the next slice of a collection from the journal into the rows, with the cursor in one transaction: true where
 * there was something. Items may come before their file, files may move, change or be withdrawn: their items follow.
 */
export function openRowSlices(database: Sqlite, journal: Journal) {
  const nextSlice = openNextSlice(database, journal, "rows");
  const keyOf = openKeys(database);
  const cellOf = openCells(database);
  const files = openFileRows(database, keyOf);
  const items = openItemRows(database, keyOf, cellOf);
  const pages = openPageRows(database, keyOf);
  const standing = openStanding(database, keyOf);
  const statesOf = database.prepare("SELECT DISTINCT state FROM item_rows WHERE file = ?");
  const setCell = database.prepare("UPDATE file_rows SET cell = ? WHERE key = ?");

  /** The cells of files that changed, or of which an item did. */
  function renewFiles(touched: ReadonlySet<number>): void {
    for (const file of touched) {
      const traits = files.traitsOf(file);
      if (!traits) continue;
      const states = statesOf.all(file).map((row) => textIn(row, "state"));
      setCell.run(cellOf(cellOfFile(traits, stateOfFile(traits, states))), file);
    }
  }

  /** Puts a record in its row; answers the keys of the files whose cells may change by it. */
  function put(record: Records["files" | "items" | "pages"]): number[] {
    standing.put(record);
    if ("itemId" in record) {
      pages.put(record);
      return [];
    }
    if ("fileId" in record) {
      const file = keyOf("files", record.fileId);
      files.expect(file);
      return items.put(record, file, files.traitsOf(file));
    }
    const { key, changed } = files.put(record);
    if (changed) items.follow(key, files.traitsOf(key));
    return [key];
  }

  return (collection: ListedCollection, size: number): boolean => {
    const slice = nextSlice(collection, size);
    if (!slice) return false;
    inTransaction(database, () => {
      renewFiles(new Set(slice.documents.flatMap(put)));
      standing.settle();
      slice.taken();
    });
    return true;
  };
}
