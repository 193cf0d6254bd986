import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import type { InventoryTree } from "#shared/contract/listing.ts";
import { numberIn, textIn } from "#electron/journal/row.ts";
import { standingCells } from "./standing-cells.ts";

type Inventory = InventoryTree["inventories"][number];

/** The standing files of a fonds by inventory list and box, each in order, with what they hold. */
export function readTree(database: Sqlite, fondsId: string): InventoryTree {
  const cells = standingCells(database, "files", fondsId);
  const rows = database
    .prepare(
      `SELECT f.inventory AS inventory, f.box AS box, count(*) AS files, sum(f.leaves) AS leaves,
         json_group_array(DISTINCT f.location) AS locations, sum(
           (SELECT count(*) FROM item_rows i WHERE i.file = f.key AND i.state <> 'withdrawn')) AS items
       FROM file_rows f WHERE f.fonds = :fondsId AND f.cell IN (SELECT value FROM json_each(:cells))
       GROUP BY f.inventory_order, f.inventory, f.box_order, f.box
       ORDER BY f.inventory_order, f.inventory, f.box_order, f.box`,
    )
    .all({ fondsId, cells });
  const inventories: Inventory[] = [];
  for (const row of rows) {
    const inventory = textIn(row, "inventory");
    const files = numberIn(row, "files");
    let last = inventories.at(-1);
    if (last?.inventory !== inventory) {
      last = { inventory, files: 0, boxes: [] };
      inventories.push(last);
    }
    last.files += files;
    last.boxes.push({
      box: textIn(row, "box"),
      files,
      items: numberIn(row, "items"),
      leaves: numberIn(row, "leaves"),
      locations: (JSON.parse(textIn(row, "locations")) as string[])
        .filter((location) => location !== "")
        .sort(),
    });
  }
  return { inventories };
}

/** How many standing files of a fonds name each group of its scheme; `""` for those that name none. */
export function readGroups(database: Sqlite, fondsId: string): { id: string; files: number }[] {
  const cells = standingCells(database, "files", fondsId);
  return database
    .prepare(
      `SELECT group_id AS id, count(*) AS files FROM file_rows
       WHERE fonds = :fondsId AND cell IN (SELECT value FROM json_each(:cells)) GROUP BY group_id`,
    )
    .all({ fondsId, cells })
    .map((row) => ({ id: textIn(row, "id"), files: numberIn(row, "files") }));
}

/** The greatest code, notation and box in use by standing files; each empty where there is none. */
export function readLast(
  database: Sqlite,
  { fondsId, inventory }: { fondsId: string; inventory?: string },
): { code: string; notation: string; box: string } {
  const cells = standingCells(database, "files", fondsId);
  const greatest = (column: "code" | "notation" | "box", order: string) => {
    const row = database
      .prepare(
        `SELECT ${column} AS value FROM file_rows WHERE fonds = :fondsId AND ${column} <> ''
           AND (:inventory IS NULL OR inventory = :inventory) AND cell IN (SELECT value FROM json_each(:cells))
         ORDER BY ${order} DESC, key DESC LIMIT 1`,
      )
      .get({ fondsId, cells, inventory: inventory ?? null });
    return row ? textIn(row, "value") : "";
  };
  return {
    code: greatest("code", "code_order"),
    notation: greatest("notation", "number_order"),
    box: greatest("box", "box_order"),
  };
}
