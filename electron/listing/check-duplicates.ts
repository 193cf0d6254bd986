import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import type { CallInput } from "#shared/contract/desk.ts";
import type { DuplicateGroup } from "#shared/contract/listing.ts";
import { duplicateBucket, type DuplicateItem, findDuplicates, twinsOf } from "#shared/rules/duplicates.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { textIn } from "#electron/journal/row.ts";
import { standingCells } from "./standing-cells.ts";

/** Groups of a fonds' standing items that may be one document; only those of equal number and date, or scan, are read. */
export function findDuplicateGroups(database: Sqlite, journal: Journal, fondsId: string): DuplicateGroup[] {
  const ids = database
    .prepare(
      `WITH standing AS MATERIALIZED (
         SELECT key, twin FROM item_rows WHERE cell IN (SELECT value FROM json_each(?))),
       shown AS MATERIALIZED (SELECT p.item, p.content FROM page_rows p JOIN standing s ON s.key = p.item
         WHERE p.stands)
       SELECT k.id AS id FROM standing s JOIN keys k ON k.key = s.key
       WHERE s.twin IN (SELECT twin FROM standing WHERE twin <> '' GROUP BY twin HAVING count(*) > 1)
         OR s.key IN (SELECT item FROM shown WHERE content IN
           (SELECT content FROM shown GROUP BY content HAVING count(DISTINCT item) > 1))
       ORDER BY s.key`,
    )
    .all(standingCells(database, "items", fondsId))
    .map((row) => textIn(row, "id"));
  const contentsOf = database.prepare(
    `SELECT p.content AS content FROM keys k JOIN page_rows p ON p.item = k.key
     WHERE k.collection = 'items' AND k.id = ? AND p.stands`,
  );
  return findDuplicates(
    ids
      .flatMap((id) => readItem(journal, id))
      .map((item) => ({ ...item, contents: contentsOf.all(item.id).map((row) => textIn(row, "content")) })),
  );
}

/** The standing items of the fonds that a new one would double. */
export function findTwins(
  database: Sqlite,
  journal: Journal,
  { fondsId, ...fields }: CallInput<"listing.twins">,
): string[] {
  const ids = database
    .prepare(
      `SELECT k.id AS id FROM item_rows r JOIN keys k ON k.key = r.key
       WHERE r.twin = :twin AND r.twin <> '' AND r.cell IN (SELECT value FROM json_each(:cells)) ORDER BY r.key`,
    )
    .all({ twin: duplicateBucket(fields), cells: standingCells(database, "items", fondsId) })
    .map((row) => textIn(row, "id"));
  const others = ids.flatMap((id) => readItem(journal, id));
  return twinsOf({ id: "", issuer: "", keptBecause: "", ...fields }, others);
}

function readItem(journal: Journal, id: string): DuplicateItem[] {
  const item = journal.read("items", id);
  if (!item) return [];
  const { number, symbol, issuedDate, issuer, subject, addressee, keptBecause } = item;
  return [{ id, number, symbol, issuedDate, issuer, subject, addressee, keptBecause }];
}
