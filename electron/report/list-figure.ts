import type { SQLOutputValue } from "node:sqlite";
import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import { reportGroups } from "#shared/archive/report-row.ts";
import { type Figure, measureOf } from "#shared/report/report-figures.ts";
import { groupOfItem } from "#electron/completeness/matrix-sql.ts";
import { numberIn, textIn } from "#electron/journal/row.ts";
import { type BatchStands, countsAs, idsOfBatches } from "./read-batches.ts";

/** What is behind a figure: how many, what they come to (A4 pages, or as many), and the ids of some in the shelf's order. */
export type ListedFigure = {
  total: number;
  sum: number;
  rows: { id: string; weight: number; place: number }[];
};

type Asked = Figure & { scopes: readonly string[]; from: number; limit: number };

/**
 * Which rows a figure counts: a condition over them, with what it is asked with. `sums` where files have their number;
 * `few` where the rows are found by themselves, and their files after them.
 */
type Which = {
  where: string;
  values: (string | number)[];
  sums?: { total: string; sum: string };
  few?: boolean;
};

const every: Which = { where: "1", values: [] };
const inBatches = "f.batch IN (SELECT value FROM json_each(?))";

/** Lists what one figure of the report counts, by the same rules over the same standing. */
export function listFigure(database: Sqlite, asked: Asked, batches: BatchStands): ListedFigure {
  const which = whichOf(asked, batches);
  const shape = shapes[measureOf(asked.name)];
  const { key, weight, place, order } = shape;
  const from = which.few ? shape.few : shape.from;
  const under = "f.stands = 1 AND f.scope IN (SELECT value FROM json_each(?))";
  const scopes = JSON.stringify(asked.scopes);
  const { sums, where, values } = which;
  const counted = sums
    ? database
        .prepare(
          `SELECT coalesce(sum(${sums.total}), 0) AS total, coalesce(sum(${sums.sum}), 0) AS sum
           FROM standing_files f WHERE ${under}`,
        )
        .get(scopes)
    : database
        .prepare(
          `SELECT count(*) AS total, coalesce(sum(${weight}), 0) AS sum FROM ${from} WHERE ${where} AND ${under}`,
        )
        .get(...values, scopes);
  const rows = database
    .prepare(
      `SELECT (SELECT id FROM keys WHERE keys.key = ${key}) AS id, ${weight} AS weight, ${place} AS place
       FROM ${from} WHERE ${where} AND ${under}
       ORDER BY f.fonds, f.inventory, f.box, f.code, ${order} LIMIT ? OFFSET ?`,
    )
    .all(...values, scopes, asked.limit, asked.from);
  const number = (name: string) => (counted ? numberIn(counted, name) : 0);
  return { total: number("total"), sum: number("sum"), rows: rows.map(readRow) };
}

function readRow(row: Record<string, SQLOutputValue>): ListedFigure["rows"][number] {
  return { id: textIn(row, "id"), weight: numberIn(row, "weight"), place: numberIn(row, "place") };
}

const items = "standing_files f CROSS JOIN standing_items i ON i.file = f.key";
const upwards = "CROSS JOIN standing_items i ON i.key = p.item CROSS JOIN standing_files f ON f.key = i.file";

/** How each kind of row is read; `place` is a page's among those of its item, from 1. */
const shapes = {
  files: {
    ...{ from: "standing_files f", few: "standing_files f" },
    ...{ key: "f.key", weight: "1", place: "0", order: "f.key" },
  },
  items: {
    ...{ from: items, few: "standing_items i CROSS JOIN standing_files f ON f.key = i.file" },
    ...{ key: "i.key", weight: "1", place: "0", order: "i.key" },
  },
  pages: {
    from: `${items} CROSS JOIN standing_pages p ON p.item = i.key`,
    few: `standing_pages p ${upwards}`,
    key: "p.key",
    weight: "p.a4",
    place: `(SELECT count(*) FROM standing_pages q WHERE q.item = p.item
      AND (q.ordinal < p.ordinal OR (q.ordinal = p.ordinal AND q.key <= p.key)))`,
    order: "i.key, p.ordinal, p.key",
  },
} as const;

function whichOf({ name, of, day }: Asked, { states, held }: BatchStands): Which {
  const batch = (kind: keyof typeof countsAs): Which => ({
    where: inBatches,
    values: [JSON.stringify(idsOfBatches(states, countsAs[kind]))],
  });
  const at = (bit: number): Which => ({ where: `f.stages & ${1 << bit} <> 0`, values: [] });
  const sum = (column: string) => ({ total: column, sum: column });
  const group = reportGroups.findIndex((known) => known === of);
  const kept = [...held].flatMap(([id, code]) => (code === of ? [id] : []));
  const whiches = {
    listed: () => every,
    "listed-items": () => ({ ...every, sums: sum("f.items") }),
    "handed-over": () => batch("handedOver"),
    // The day on which the last item of a file came is the file's.
    "today-files": () => ({
      where: `f.stages & 1 <> 0 AND f.key IN (SELECT file FROM standing_items WHERE day <> '' AND day = ?)
        AND NOT EXISTS (SELECT 1 FROM standing_items l WHERE l.file = f.key AND l.day > ?)`,
      values: [day, day],
    }),
    "today-items": () => ({
      where: "i.day <> '' AND i.day = ? AND i.stages & 1 <> 0",
      values: [day],
      few: true,
    }),
    "today-pages": () => ({ where: "p.day = ?", values: [day], few: true }),
    captured: () => at(0),
    "captured-items": () => ({ where: "f.s0 > 0 AND i.stages & 1 <> 0", values: [], sums: sum("f.s0") }),
    "captured-pages": () => ({ ...every, sums: { total: "f.pages", sum: "f.a4" } }),
    checked: () => at(1),
    returned: () => batch("returned"),
    confirmed: () => at(2),
    signed: () => at(4),
    packed: () => batch("packed"),
    sent: () => batch("sent"),
    group: () =>
      group < 0
        ? { where: "0", values: [] }
        : {
            where: `f.g${group} > 0 AND i.stages & 1 <> 0 AND ${groupOfItem} = ${group}`,
            values: [],
            sums: sum(`f.g${group}`),
          },
    held: () => ({
      where: `(f.key IN (SELECT file FROM standing_holds WHERE code = ?) OR (f.batch <> '' AND ${inBatches}))`,
      values: [of, JSON.stringify(kept)],
    }),
    defect: () => ({
      where: "p.key IN (SELECT key FROM page_rows WHERE verdict = 'rejected' AND defect = ?)",
      values: [of],
      few: true,
    }),
  } satisfies Record<Figure["name"], () => Which>;
  return whiches[name]();
}
