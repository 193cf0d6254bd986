import type { SQLOutputValue } from "node:sqlite";
import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import type { BatchState } from "#shared/archive/batch.ts";
import { pageDefects } from "#shared/archive/page.ts";
import { type PaperHoldReason, paperHoldReasons } from "#shared/archive/paper-hold.ts";
import type { ReportRow } from "#shared/archive/report-row.ts";
import type { Unit } from "#shared/archive/unit.ts";
import type { DefectsNow } from "#shared/contract/reports.ts";
import { blankRow } from "#shared/report/sum-rows.ts";
import { readCaughtUp } from "#electron/completeness/caught-up.ts";
import type { Index } from "#electron/index/open-index.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { numberIn, textIn } from "#electron/journal/row.ts";
import { type BatchStands, countsAs, idsOfBatches, readBatches } from "./read-batches.ts";
import { unitsOfReport } from "./report-units.ts";
import type { CountRows } from "./report-handlers.ts";

/** Counts a report's rows out of the desk's standing of files: one row a unit, those with nothing included. */
export function openCountRows(parts: { index: Index; journal: Journal; units: readonly Unit[] }): CountRows {
  const { index, journal, units } = parts;
  return async (scope, day) => {
    const { value, atSeq } = await readCaughtUp(index, journal, (database) => {
      const known = unitsOfReport(units, scope).map(blankRow);
      const outside = { day, ...readBatches(journal), metres: metresOf(journal) };
      return { rows: countRows(database, known, outside), defects: countDefects(database, known) };
    });
    return { ...value, atSeq };
  };
}

type Outside = BatchStands & { day: string; metres: Map<string, number> };

function countRows(database: Sqlite, known: readonly ReportRow[], outside: Outside): ReportRow[] {
  const { day, states, metres } = outside;
  const rows = new Map(known.map((row) => [row.unit, structuredClone(row)]));
  const idsIn = (counts: (state: BatchState) => boolean) => JSON.stringify(idsOfBatches(states, counts));
  const inBatches = (param: number) => `f.batch IN (SELECT value FROM json_each(?${param}))`;
  const counted = database.prepare(
    `SELECT f.scope, count(*) AS files, sum(f.items) AS items,
       sum(CASE WHEN f.listed_pages > 0 THEN f.listed_pages ELSE f.file_pages END) AS pages,
       sum(CASE WHEN f.file_leaves > 0 THEN f.file_leaves ELSE f.listed_leaves END) AS leaves,
       count(DISTINCT CASE WHEN f.box <> '' THEN f.fonds || char(31) || f.inventory || char(31) || f.box END)
         AS boxes,
       sum(${inBatches(1)}) AS given_files, sum(CASE WHEN ${inBatches(1)} THEN f.items ELSE 0 END) AS given_items,
       sum(CASE WHEN ${inBatches(1)} THEN
         CASE WHEN f.listed_pages > 0 THEN f.listed_pages ELSE f.file_pages END ELSE 0 END) AS given_pages,
       sum(f.stages & 1 <> 0) AS captured_files, sum(f.s0) AS captured_items, sum(f.a4) AS captured_pages,
       sum(f.stages & 2 <> 0) AS checked, sum(f.stages & 4 <> 0) AS confirmed, sum(f.stages & 16 <> 0) AS signed,
       sum(${inBatches(2)}) AS returned, sum(${inBatches(3)}) AS packed, sum(${inBatches(4)}) AS sent,
       sum(f.g0) AS g0, sum(f.g1) AS g1, sum(f.g2) AS g2, sum(f.g3) AS g3, sum(f.g4) AS g4
     FROM standing_files f WHERE f.stands = 1 GROUP BY f.scope`,
  );
  for (const found of counted.all(
    idsIn(countsAs.handedOver),
    idsIn(countsAs.returned),
    idsIn(countsAs.packed),
    idsIn(countsAs.sent),
  )) {
    const row = rows.get(textIn(found, "scope"));
    if (!row) continue;
    const number = (name: string) => numberIn(found, name);
    row.listed = {
      files: number("files"),
      items: number("items"),
      pages: number("pages"),
      metres: 0,
      boxes: number("boxes"),
      leaves: number("leaves"),
    };
    row.handedOver = {
      files: number("given_files"),
      items: number("given_items"),
      pages: number("given_pages"),
    };
    row.captured = {
      files: number("captured_files"),
      items: number("captured_items"),
      pages: number("captured_pages"),
    };
    row.checked = number("checked");
    row.returned = number("returned");
    row.confirmed = number("confirmed");
    row.signed = number("signed");
    row.packed = number("packed");
    row.sent = number("sent");
    row.groups = [0, 1, 2, 3, 4].map((group) => number(`g${group}`));
  }
  for (const row of rows.values()) row.held = paperHoldReasons.map(() => 0);
  for (const found of heldOf(database, outside.held)) {
    const row = rows.get(textIn(found, "scope"));
    const at = paperHoldReasons.findIndex((code) => code === textIn(found, "code"));
    if (row?.held && at >= 0) row.held[at] = numberIn(found, "count");
  }
  for (const [what, found] of todayOf(database, day)) {
    const row = rows.get(textIn(found, "scope"));
    if (row) row.today = { ...row.today, [what]: numberIn(found, "count") };
  }
  for (const [scope, sum] of metres) {
    const row = rows.get(scope);
    if (row) row.listed = { ...row.listed, metres: Math.round(sum * 100) / 100 };
  }
  return [...rows.values()];
}

/** Files kept back for a reason by themselves, with an item in them, or with their batch. */
function heldOf(database: Sqlite, batches: Map<string, PaperHoldReason>): Found[] {
  const kept = database.prepare(
    `SELECT scope, code, count(*) AS count FROM (
       SELECT f.scope, f.key, h.code FROM standing_holds h JOIN standing_files f ON f.key = h.file WHERE f.stands = 1
       UNION
       SELECT f.scope, f.key, b.value FROM json_each(?1) b JOIN standing_files f ON f.batch = b.key
       WHERE f.stands = 1 AND f.batch <> ''
     ) GROUP BY scope, code`,
  );
  return kept.all(JSON.stringify(Object.fromEntries(batches)));
}

/** Pages that stand and were rejected, by their defect: those to be scanned again; none where there are none. */
function countDefects(database: Sqlite, rows: readonly ReportRow[]): DefectsNow {
  const rejected = database.prepare(
    `SELECT r.defect, count(*) AS count FROM page_rows r CROSS JOIN standing_pages p ON p.key = r.key
     CROSS JOIN standing_items i ON i.key = p.item CROSS JOIN standing_files f ON f.key = i.file
     WHERE r.verdict = 'rejected' AND f.stands = 1 AND f.scope IN (SELECT value FROM json_each(?))
     GROUP BY r.defect`,
  );
  const found = rejected.all(JSON.stringify(rows.map(({ unit }) => unit)));
  const counts = new Map(found.map((row) => [textIn(row, "defect"), numberIn(row, "count")]));
  return pageDefects
    .map((defect) => ({ defect, pages: counts.get(defect) ?? 0 }))
    .filter(({ pages }) => pages > 0);
}

type Found = Record<string, SQLOutputValue>;

/** What came in on one day: pages; items whose last page did; files whose last item did. */
function* todayOf(database: Sqlite, day: string): Generator<["pages" | "items" | "files", Found]> {
  const pages = database.prepare(
    `SELECT f.scope, sum(p.a4) AS count FROM standing_pages p
     JOIN standing_items i ON i.key = p.item JOIN standing_files f ON f.key = i.file
     WHERE p.day = ? AND f.stands = 1 GROUP BY f.scope`,
  );
  const items = database.prepare(
    `SELECT f.scope, count(*) AS count FROM standing_items i JOIN standing_files f ON f.key = i.file
     WHERE i.day = ? AND i.stages & 1 <> 0 AND f.stands = 1 GROUP BY f.scope`,
  );
  const files = database.prepare(
    `SELECT f.scope, count(*) AS count FROM standing_files f
     WHERE f.stands = 1 AND f.stages & 1 <> 0 AND f.key IN (SELECT file FROM standing_items WHERE day = ?)
       AND NOT EXISTS (SELECT 1 FROM standing_items l WHERE l.file = f.key AND l.day > ?) GROUP BY f.scope`,
  );
  for (const row of pages.iterate(day)) yield ["pages", row];
  for (const row of items.iterate(day)) yield ["items", row];
  for (const row of files.iterate(day, day)) yield ["files", row];
}

/** Metres of shelf by unit, of the boxes that were measured. */
function metresOf(journal: Journal): Map<string, number> {
  const metres = new Map<string, number>();
  let page = journal.pull("boxes", null, 500);
  while (page.documents.length > 0) {
    for (const box of page.documents)
      if (box.withdrawn === "") metres.set(box.scope, (metres.get(box.scope) ?? 0) + box.metres);
    page = journal.pull("boxes", page.checkpoint, 500);
  }
  return metres;
}
