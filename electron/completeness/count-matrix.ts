import type { SQLOutputValue } from "node:sqlite";
import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import { matrixStages } from "#shared/completeness/stages.ts";
import type { MatrixFigures, MatrixNarrow, MatrixPlace } from "#shared/contract/completeness.ts";
import { numberIn, textIn } from "#electron/journal/row.ts";
import { atStage, type Narrowed, narrowTo, type Outside, packedSql, sumsAt, sumsOf } from "./matrix-sql.ts";

/** One row as counted: whose it is, still without its name. `id` is a unit's scope, or of a fonds, file or item. */
export type Counted = Omit<MatrixFigures, "corrections"> & { id: string; inventory: string; box: string };

/** By what the files of a place are gathered, and what names them. */
const gathered = {
  units: { by: "f.scope", id: "f.scope" },
  fonds: { by: "f.fonds", id: "f.fonds" },
  boxes: { by: "f.inventory, f.box", id: "''" },
  files: { by: "f.key", id: "(SELECT id FROM keys WHERE keys.key = f.key)" },
} as const;

/** Counts what is below a place. Rows are in the order of their names. */
export function countMatrix(
  database: Sqlite,
  place: MatrixPlace,
  narrow: MatrixNarrow,
  outside: Outside,
): Counted[] {
  const narrowed = narrowTo(database, place, narrow, outside);
  const packed = packedSql(outside.packed);
  const sql =
    place.step === "items"
      ? itemsSql(narrowed, packed)
      : filesSql(narrowed, sumsOf(narrow.group), packed, gathered[place.step]);
  return database
    .prepare(sql)
    .all(...narrowed.values)
    .map((row) => ({
      id: textIn(row, "id"),
      inventory: textIn(row, "inventory"),
      box: textIn(row, "box"),
      ...figuresOf(row),
    }));
}

function filesSql(
  { from, where }: Narrowed,
  s: "f" | "s",
  packed: string,
  of: { by: string; id: string },
): string {
  const sums = matrixStages.map((stage, at) => {
    const { items, leaves } = sumsAt(stage, s, packed);
    return `sum(${atStage(stage, s, packed)}) AS files${at}, sum(${items}) AS items${at}, sum(${leaves}) AS leaves${at}`;
  });
  return `SELECT ${of.id} AS id, f.inventory, f.box, sum(${s}.odd) AS odd, ${sums.join(", ")}
    FROM ${from} WHERE ${where} GROUP BY ${of.by} ORDER BY f.fonds, f.inventory, f.box, f.code, f.scope`;
}

function itemsSql({ from, where, items }: Narrowed, packed: string): string {
  const sums = matrixStages.map((stage, at) => {
    const is = atStage(stage, "i", packed);
    const leaves = ["listed", "received", "packed"].includes(stage) ? "i.listed_leaves" : "i.leaves";
    return `0 AS files${at}, ${is} AS items${at}, ${leaves} * ${is} AS leaves${at}`;
  });
  return `SELECT (SELECT id FROM keys WHERE keys.key = i.key) AS id, f.inventory, f.box, i.odd <> 0 AS odd,
      ${sums.join(", ")}
    FROM ${from} JOIN standing_items i ON i.file = f.key WHERE ${where} AND ${items} ORDER BY i.key`;
}

function figuresOf(row: Record<string, SQLOutputValue>): Pick<MatrixFigures, "stages" | "odd"> {
  return {
    stages: matrixStages.map((_, at) => ({
      files: numberIn(row, `files${at}`),
      items: numberIn(row, `items${at}`),
      leaves: numberIn(row, `leaves${at}`),
    })),
    odd: numberIn(row, "odd"),
  };
}
