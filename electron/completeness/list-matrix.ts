import type { DatabaseSync } from "node:sqlite";
import type { CallInput } from "#shared/contract/desk.ts";
import { numberIn, textIn } from "#electron/journal/row.ts";
import { atStage, narrowTo, packedSql, sumsAt } from "./matrix-sql.ts";

/**
 * The ids behind a figure in the order of the shelf, and how many they are in all. Their number comes from the sums of
 * files, so that a list of 100,000 items is counted as quickly as a short one.
 */
export function listMatrix(
  database: DatabaseSync,
  asked: CallInput<"matrix.list">,
  packedIds: readonly string[],
): { total: number; ids: string[] } {
  const { place, group, stage, state, from, limit } = asked;
  const { where, values } = narrowTo(database, place, group);
  const packed = packedSql(packedIds);
  const files = asked.measure === "files";
  const is = (of: "f" | "i") => {
    const at = atStage(stage, of, packed);
    if (state === "odd") return of === "f" ? "f.odd > 0" : "i.odd <> 0";
    if (state === "next") return `${atStage("captured", of, packed)} AND NOT ${at}`;
    return state === "has" ? at : `NOT ${at}`;
  };
  const has = sumsAt(stage, packed).items;
  const itemsIn = { has, lacks: `f.items - ${has}`, next: `f.s0 - ${has}`, odd: "f.odd" }[state];
  const count = files ? is("f") : itemsIn;
  const sum = database.prepare(
    `SELECT coalesce(sum(${count}), 0) AS total FROM standing_files f WHERE ${where}`,
  );
  const total = sum.get(...values);
  const key = files ? "f.key" : "i.key";
  // Files in the order of the shelf, by their index, so that the first rows are found without sorting the others.
  const order = "f.fonds, f.inventory, f.box, f.code";
  const rows = database
    .prepare(
      `SELECT (SELECT id FROM keys WHERE keys.key = ${key}) AS id FROM standing_files f
       ${files ? "" : "CROSS JOIN standing_items i ON i.file = f.key"}
       WHERE ${where} AND ${files ? is("f") : `${itemsIn} > 0 AND ${is("i")}`} ORDER BY ${order}, ${key} LIMIT ? OFFSET ?`,
    )
    .all(...values, limit, from);
  return { total: total ? numberIn(total, "total") : 0, ids: rows.map((row) => textIn(row, "id")) };
}
