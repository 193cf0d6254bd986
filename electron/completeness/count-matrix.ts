import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import { matrixStages } from "#shared/completeness/stages.ts";
import type { MatrixFigures, MatrixPlace } from "#shared/contract/completeness.ts";
import { numberIn, textIn } from "#electron/journal/row.ts";
import { atStage, type Group, narrowTo, packedSql, sumsAt } from "./matrix-sql.ts";

/** One row as counted: whose it is, still without its name. `id` is a unit's scope, or of a fonds, file or item. */
export type Counted = MatrixFigures & { id: string; inventory: string; box: string };

/** By what the files of a place are gathered, and what names them. */
const gathered = {
  units: { by: "f.scope", id: "f.scope" },
  fonds: { by: "f.fonds", id: "f.fonds" },
  boxes: { by: "f.inventory, f.box", id: "''" },
  files: { by: "f.key", id: "(SELECT id FROM keys WHERE keys.key = f.key)" },
} as const;

/** Counts what is below a place; `packed` are the batches that are packed. Rows are in the order of their names. */
export function countMatrix(
  database: DatabaseSync,
  place: MatrixPlace,
  group: Group,
  packed: readonly string[],
): Counted[] {
  const { where, values } = narrowTo(database, place, group);
  const sql =
    place.step === "items"
      ? itemsSql(where, packedSql(packed))
      : filesSql(where, packedSql(packed), gathered[place.step]);
  return database
    .prepare(sql)
    .all(...values)
    .map((row) => ({
      id: textIn(row, "id"),
      inventory: textIn(row, "inventory"),
      box: textIn(row, "box"),
      ...figuresOf(row),
    }));
}

function filesSql(where: string, packed: string, of: { by: string; id: string }): string {
  const sums = matrixStages.map((stage, at) => {
    const { items, leaves } = sumsAt(stage, packed);
    return `sum(${atStage(stage, "f", packed)}) AS files${at}, sum(${items}) AS items${at}, sum(${leaves}) AS leaves${at}`;
  });
  return `SELECT ${of.id} AS id, f.inventory, f.box, sum(f.odd) AS odd, ${sums.join(", ")}
    FROM standing_files f WHERE ${where} GROUP BY ${of.by} ORDER BY f.fonds, f.inventory, f.box, f.code, f.scope`;
}

function itemsSql(where: string, packed: string): string {
  const sums = matrixStages.map((stage, at) => {
    const is = atStage(stage, "i", packed);
    const leaves = ["listed", "received", "packed"].includes(stage) ? "i.listed_leaves" : "i.leaves";
    return `0 AS files${at}, ${is} AS items${at}, ${leaves} * ${is} AS leaves${at}`;
  });
  return `SELECT (SELECT id FROM keys WHERE keys.key = i.key) AS id, f.inventory, f.box, i.odd <> 0 AS odd,
      ${sums.join(", ")}
    FROM standing_files f JOIN standing_items i ON i.file = f.key WHERE ${where} ORDER BY i.key`;
}

function figuresOf(row: Record<string, SQLOutputValue>): MatrixFigures {
  return {
    stages: matrixStages.map((_, at) => ({
      files: numberIn(row, `files${at}`),
      items: numberIn(row, `items${at}`),
      leaves: numberIn(row, `leaves${at}`),
    })),
    odd: numberIn(row, "odd"),
  };
}
