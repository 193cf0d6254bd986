import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import type { ArchiveFile } from "#shared/archive/file.ts";
import { partEnd, vietnameseOrder } from "#shared/base/vietnamese-order.ts";
import type { KeyOf } from "#electron/index/record-keys.ts";
import { textIn } from "#electron/journal/row.ts";
import { type FileTraits, traitsOfFile } from "./traits.ts";

/** Of a title so much is ordered by; two that agree so far come in the order of their making. */
export const orderedLength = 60;

/** The rows of files. */
export function openFileRows(database: Sqlite, keyOf: KeyOf) {
  const find = database.prepare("SELECT traits FROM file_rows WHERE key = ?");
  const expect = database.prepare(
    `INSERT OR IGNORE INTO file_rows VALUES (?, 0, '', '', '', '', '', '', 0, '', '', '', '', '', '', '', '', '', '')`,
  );
  const put = database.prepare(
    `INSERT OR REPLACE INTO file_rows (key, cell, fonds, inventory, box, code, notation, location, leaves, traits,
       place_order, inventory_order, box_order, code_order, title_order, number_order, date, retention,
       group_id)
     VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const written = (key: number) => {
    const row = find.get(key);
    return row ? textIn(row, "traits") : "";
  };
  return {
    /** Keeps a place for a file that is known by its items only. */
    expect: (key: number) => void expect.run(key),
    /** Puts a file in its row, without its cell; `changed` where what it says of its items did. */
    put(file: ArchiveFile): { key: number; changed: boolean } {
      const key = keyOf("files", file.id);
      const before = written(key);
      const traits = JSON.stringify(traitsOfFile(file));
      const inventory = vietnameseOrder(file.inventory);
      const box = vietnameseOrder(file.box);
      const code = vietnameseOrder(file.code);
      put.run(
        key,
        file.fondsId,
        file.inventory,
        file.box,
        file.code,
        file.notation,
        file.location,
        file.leafCount,
        traits,
        [inventory, box, code].join(partEnd),
        inventory,
        box,
        code,
        vietnameseOrder(file.title.slice(0, orderedLength)),
        vietnameseOrder(file.notation),
        file.startDate,
        file.retention,
        file.groupId,
      );
      return { key, changed: before !== traits };
    },
    /** What a file says of itself; nothing while it is known by its items only. */
    traitsOf(key: number): FileTraits | undefined {
      const traits = written(key);
      return traits === "" ? undefined : (JSON.parse(traits) as FileTraits);
    },
  };
}
