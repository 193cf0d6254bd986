import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import { documentTypeName } from "#shared/archive/codes.ts";
import type { Item } from "#shared/archive/item.ts";
import { partEnd, vietnameseOrder } from "#shared/base/vietnamese-order.ts";
import { duplicateBucket } from "#shared/rules/duplicates.ts";
import type { KeyOf } from "#electron/index/record-keys.ts";
import { numberIn, textIn } from "#electron/journal/row.ts";
import type { CellOf } from "./cells.ts";
import { orderedLength } from "./file-rows.ts";
import {
  cellOfItem,
  type FileTraits,
  type ItemTraits,
  type ListingState,
  stateOfItem,
  traitsOfItem,
} from "./traits.ts";

/** The rows of items. */
export function openItemRows(database: Sqlite, keyOf: KeyOf, cellOf: CellOf) {
  const fileOf = database.prepare("SELECT file FROM item_rows WHERE key = ?");
  const ofFile = database.prepare("SELECT key, cell, state, traits FROM item_rows WHERE file = ?");
  const setCell = database.prepare("UPDATE item_rows SET cell = ? WHERE key = ?");
  const put = database.prepare(
    `INSERT OR REPLACE INTO item_rows (key, file, ordinal, cell, state, traits, title_order, number_order,
       issuer_order, type_order, date, number, symbol, type, issuer, signer, leaves, twin)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return {
    /** Puts an item in its row; answers the keys of the file it is in and of the one it was in. */
    put(item: Item, file: number, fileTraits: FileTraits | undefined): number[] {
      const key = keyOf("items", item.id);
      const before = fileOf.get(key);
      const traits = traitsOfItem(item);
      const state = stateOfItem(item);
      put.run(
        key,
        file,
        item.ordinal,
        cellOf(cellOfItem(traits, state, fileTraits)),
        state,
        JSON.stringify(traits),
        vietnameseOrder(item.subject.slice(0, orderedLength)),
        vietnameseOrder(item.number) + partEnd + vietnameseOrder(item.symbol),
        vietnameseOrder(item.issuer.slice(0, orderedLength)),
        vietnameseOrder(documentTypeName(item.type)),
        item.issuedDate,
        item.number,
        item.symbol,
        item.type,
        item.issuer,
        item.signer,
        item.leaves,
        duplicateBucket(item),
      );
      return before ? [file, numberIn(before, "file")] : [file];
    },
    /** Gives the items of a file the cells that follow from what the file says now. */
    follow(file: number, fileTraits: FileTraits | undefined): void {
      for (const row of ofFile.all(file)) {
        const traits = JSON.parse(textIn(row, "traits")) as ItemTraits;
        const cell = cellOf(cellOfItem(traits, textIn(row, "state") as ListingState, fileTraits));
        if (cell !== numberIn(row, "cell")) setCell.run(cell, numberIn(row, "key"));
      }
    },
  };
}
