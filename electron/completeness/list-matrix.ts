import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import type { CallInput } from "#shared/contract/desk.ts";
import { numberIn, textIn } from "#electron/journal/row.ts";
import { atStage, narrowTo, type Outside, packedSql, sumsAt, sumsOf } from "./matrix-sql.ts";

/**
 * The ids behind a figure in the order of the shelf, and how many they are in all. Their number comes from the sums of
 * files, so that a list of 100,000 items is counted as quickly as a short one.
 */
export function listMatrix(
  database: Sqlite,
  asked: CallInput<"matrix.list">,
  outside: Outside,
): { total: number; ids: string[] } {
  const { place, narrow, stage, state, from, limit } = asked;
  const narrowed = narrowTo(database, place, narrow, outside);
  const { where, values } = narrowed;
  const packed = packedSql(outside.packed);
  const files = asked.measure === "files";
  const s = sumsOf(narrow.group);
  const is = (of: "f" | "s" | "i") => {
    const at = atStage(stage, of, packed);
    if (state === "odd") return of === "i" ? "i.odd <> 0" : `${of}.odd > 0`;
    if (state === "next") return `${atStage("captured", of, packed)} AND NOT ${at}`;
    return state === "has" ? at : `NOT ${at}`;
  };
  const has = sumsAt(stage, s, packed).items;
  const itemsIn = { has, lacks: `${s}.items - ${has}`, next: `${s}.s0 - ${has}`, odd: `${s}.odd` }[state];
  const count = files ? is(s) : itemsIn;
  const sum = database.prepare(
    `SELECT coalesce(sum(${count}), 0) AS total FROM ${narrowed.from} WHERE ${where}`,
  );
  const total = sum.get(...values);
  const key = files ? "f.key" : "i.key";
  // Files in the order of the shelf, by their index, so that the first rows are found without sorting the others.
  const order = "f.fonds, f.inventory, f.box, f.code";
  const rows = database
    .prepare(
      `SELECT (SELECT id FROM keys WHERE keys.key = ${key}) AS id FROM ${narrowed.from}
       ${files ? "" : "CROSS JOIN standing_items i ON i.file = f.key"}
       WHERE ${where} AND ${files ? is(s) : `${itemsIn} > 0 AND ${is("i")} AND ${narrowed.items}`} ORDER BY ${order}, ${key} LIMIT ? OFFSET ?`,
    )
    .all(...values, limit, from);
  return { total: total ? numberIn(total, "total") : 0, ids: rows.map((row) => textIn(row, "id")) };
}
