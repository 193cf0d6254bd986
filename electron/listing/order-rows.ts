import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import type { ListingOrder, listingSorts } from "#shared/contract/listing.ts";
import { textIn } from "#electron/journal/row.ts";
import { readCells } from "./cells.ts";
import { meetsFilter, rowConditions } from "./narrow.ts";

type Sort = (typeof listingSorts)[number];

/** What each sort orders by; `f` is the file, `r` the item. Files have neither type nor issuer: these leave them in place. */
const fileOrders: Record<Sort, string> = {
  place: "f.place_order",
  code: "f.code_order",
  title: "f.title_order",
  date: "f.date",
  number: "f.number_order",
  type: "f.place_order",
  issuer: "f.place_order",
  box: "f.box_order, f.code_order",
  retention: "f.retention, f.place_order",
};
const itemOrders: Record<Sort, string> = {
  place: "f.place_order, f.key, r.ordinal",
  code: "f.code_order, f.key, r.ordinal",
  title: "r.title_order",
  date: "r.date, r.number_order",
  number: "r.number_order, r.date",
  type: "r.type_order, r.date, r.number_order",
  issuer: "r.issuer_order, r.date, r.number_order",
  box: "f.box_order, f.code_order, f.key, r.ordinal",
  retention: "f.retention, f.place_order, f.key, r.ordinal",
};

/** Ids of the rows a filter leaves, in order; those that agree in what they are ordered by, as they were made. */
export function orderRows(
  database: Sqlite,
  { collection, filter, sort, descending }: ListingOrder,
): string[] {
  const { ofFile, ofRow, parameters } = rowConditions(filter);
  const ofCollection = [...readCells(database)].filter(([, traits]) => traits.collection === collection);
  const cells = ofCollection.filter(([, traits]) => meetsFilter(traits, filter));
  // Where most rows are listed, walking them in order is quicker than finding them by cell: "+" keeps SQLite from it.
  const walk = cells.length * 2 > ofCollection.length ? "+" : "";
  const row = collection === "files" ? "f" : "r";
  const order = (collection === "files" ? fileOrders : itemOrders)[sort];
  const columns = [...order.split(", "), `${row}.key`].map((column) =>
    descending ? `${column} DESC` : column,
  );
  const conditions = [
    `${walk}${row}.cell IN (SELECT value FROM json_each(:cells))`,
    ...ofFile,
    ...ofRow.map((condition) => condition.replaceAll("r.key", `${row}.key`)),
  ];
  // Items are walked along their files only where these say something: each in its own order is an index away.
  const byFile = ofFile.length > 0 || order.includes("f.");
  const from =
    collection === "files"
      ? "file_rows f"
      : byFile
        ? "file_rows f CROSS JOIN item_rows r ON r.file = f.key"
        : "item_rows r";
  // One text of all ids: 100,000 rows handed over one by one take longer than ordering them.
  const found = database
    .prepare(
      `SELECT json_group_array(k.id) AS ids FROM (
         SELECT ${row}.key AS key FROM ${from} WHERE ${conditions.join(" AND ")} ORDER BY ${columns.join(", ")}
       ) o CROSS JOIN keys k ON k.key = o.key`,
    )
    .get({ ...parameters, cells: JSON.stringify(cells.map(([cell]) => cell)) });
  return found ? (JSON.parse(textIn(found, "ids")) as string[]) : [];
}
