import type { DatabaseSync } from "node:sqlite";
import type { CollectionName } from "#shared/archive/collections.ts";
import { openNextSlice } from "#electron/index/next-slice.ts";
import { openKeys } from "#electron/index/record-keys.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { textIn } from "#electron/journal/row.ts";
import { inTransaction } from "#electron/journal/transaction.ts";
import { openCells } from "./cells.ts";
import { openFileRows } from "./file-rows.ts";
import { openItemRows } from "./item-rows.ts";
import { cellOfFile, stateOfFile } from "./traits.ts";

/** What lists are made of, parents first. */
export const listedCollections = ["files", "items"] as const satisfies CollectionName[];

/**
 * Takes the next slice of a collection from the journal into the rows, with the cursor in one transaction: true where
 * there was something. Items may come before their file, files may move, change or be withdrawn: their items follow.
 */
export function openRowSlices(database: DatabaseSync, journal: Journal) {
  const nextSlice = openNextSlice(database, journal, "rows");
  const keyOf = openKeys(database);
  const cellOf = openCells(database);
  const files = openFileRows(database, keyOf);
  const items = openItemRows(database, keyOf, cellOf);
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

  return (collection: CollectionName, size: number): boolean => {
    const slice = collection === "files" || collection === "items" ? nextSlice(collection, size) : undefined;
    if (!slice) return false;
    inTransaction(database, () => {
      const touched = new Set<number>();
      for (const record of slice.documents) {
        if ("fileId" in record) {
          const file = keyOf("files", record.fileId);
          files.expect(file);
          for (const key of items.put(record, file, files.traitsOf(file))) touched.add(key);
        } else {
          const { key, changed } = files.put(record);
          touched.add(key);
          if (changed) items.follow(key, files.traitsOf(key));
        }
      }
      renewFiles(touched);
      slice.taken();
    });
    return true;
  };
}
