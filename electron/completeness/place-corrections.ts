import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import { covers } from "#shared/archive/unit.ts";
import { levelOf } from "#shared/rules/issuing-body.ts";
import type { MatrixNarrow, MatrixPlace } from "#shared/contract/completeness.ts";
import { textIn } from "#electron/journal/row.ts";
import { narrowTo, type Outside } from "./matrix-sql.ts";
import type { OpenCorrection } from "./open-corrections.ts";

/** An open correction below a place, and the row of the matrix that it counts in. */
export type PlacedCorrection = { correction: OpenCorrection; row: string };

/** Names a row of the matrix by what it was counted as. */
export function rowKey({ id, inventory, box }: { id: string; inventory: string; box: string }): string {
  return [id, inventory, box].join("\u001f");
}

/**
 * The open corrections below a place, narrowed as the matrix is: those of the files counted there; and, among units, those
 * of batches as a whole, where no group and no files are asked for. Among items one of a whole file is in no row.
 */
export function placeCorrections(
  database: Sqlite,
  place: MatrixPlace,
  narrow: MatrixNarrow,
  outside: Outside & { corrections: readonly OpenCorrection[] },
): PlacedCorrection[] {
  if (outside.corrections.length === 0) return [];
  const { from, where, values } = narrowTo(database, place, narrow, outside);
  const found = database
    .prepare(
      `SELECT k.id, f.scope, f.fonds, f.inventory, f.box
       FROM (SELECT DISTINCT value AS id FROM json_each(?)) c JOIN keys k ON k.collection = 'files' AND k.id = c.id
       JOIN (SELECT f.* FROM ${from} WHERE ${where}) f ON f.key = k.key`,
    )
    .all(JSON.stringify(outside.corrected), ...values);
  const rows = new Map(
    found.map((row) => {
      const [inventory, box] =
        place.step === "boxes" ? [textIn(row, "inventory"), textIn(row, "box")] : ["", ""];
      const id = { units: "scope", fonds: "fonds", boxes: "", files: "id", items: "id" }[place.step];
      return [textIn(row, "id"), { id: id === "" ? "" : textIn(row, id), inventory, box }];
    }),
  );
  return outside.corrections.flatMap((correction): PlacedCorrection[] => {
    const { fileId, itemId, batch } = correction;
    const row = rows.get(fileId);
    if (row) return [{ correction, row: rowKey(place.step === "items" ? { ...row, id: itemId } : row) }];
    const whole = fileId === "" && place.step === "units" && narrow.group === "" && narrow.only !== "held";
    const level = narrow.level === "" || narrow.level === levelOf(batch.scope);
    if (!whole || !level || !covers(place.scope, batch.scope)) return [];
    return [{ correction, row: rowKey({ id: batch.scope, inventory: "", box: "" }) }];
  });
}
