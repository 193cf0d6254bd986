import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import { documentTypeCodes } from "#shared/archive/codes.ts";
import type { LeafFinding, NumberSeries } from "#shared/contract/listing.ts";
import { findLeaves, type LeafItem } from "#shared/rules/leaf-numbers.ts";
import { type NumberedItem, numberSeries } from "#shared/rules/number-series.ts";
import { numberIn, type Row, textIn } from "#electron/journal/row.ts";
import { standingCells } from "./standing-cells.ts";

/** The series of numbers of a fonds' standing items. */
export function checkNumbers(database: Sqlite, fondsId: string): NumberSeries[] {
  const rows = database
    .prepare(
      `SELECT k.id AS id, r.type AS type, r.number AS number, r.symbol AS symbol, r.date AS date, r.issuer AS issuer
       FROM item_rows r JOIN keys k ON k.key = r.key WHERE r.cell IN (SELECT value FROM json_each(?))`,
    )
    .iterate(standingCells(database, "items", fondsId));
  return numberSeries(numbered(rows));
}

function* numbered(rows: Iterable<Row>): Generator<NumberedItem> {
  for (const row of rows) {
    yield {
      id: textIn(row, "id"),
      type: documentTypeCodes.find((code) => code === row["type"]) ?? "",
      number: textIn(row, "number"),
      symbol: textIn(row, "symbol"),
      issuedDate: textIn(row, "date"),
      issuer: textIn(row, "issuer"),
    };
  }
}

/** What is wrong with the leaf numbers of a fonds' standing files, in the order of their places. */
export function checkLeaves(database: Sqlite, fondsId: string): LeafFinding[] {
  const rows = database
    .prepare(
      `SELECT f.key AS file, fk.id AS fileId, f.code AS code, f.leaves AS leafCount, k.id AS id, r.leaves AS leaves
       FROM file_rows f
       CROSS JOIN item_rows r ON r.file = f.key
       CROSS JOIN keys k ON k.key = r.key
       CROSS JOIN keys fk ON fk.key = f.key
       WHERE f.fonds = :fondsId AND r.cell IN (SELECT value FROM json_each(:cells)) AND r.leaves <> ''
       ORDER BY f.place_order, f.key, r.ordinal`,
    )
    .iterate({ fondsId, cells: standingCells(database, "items", fondsId) });
  const findings: LeafFinding[] = [];
  let file: { id: string; code: string; leafCount: number } | undefined;
  let items: LeafItem[] = [];
  const finish = () => {
    const finding = file && findLeaves(file, items);
    if (finding) findings.push(finding);
    items = [];
  };
  for (const row of rows) {
    const id = textIn(row, "fileId");
    if (file?.id !== id) {
      finish();
      file = { id, code: textIn(row, "code"), leafCount: numberIn(row, "leafCount") };
    }
    items.push({ id: textIn(row, "id"), leaves: textIn(row, "leaves") });
  }
  finish();
  return findings;
}
