import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import type { ListedNames } from "#shared/contract/listing.ts";
import { textIn } from "#electron/journal/row.ts";
import { standingCells } from "./standing-cells.ts";

/** The most names of each kind: a list to choose from, not a register. */
const most = 300;

/** The issuers and signers of a fonds' standing items, those of most items first. */
export function readNames(database: Sqlite, fondsId: string): ListedNames {
  const cells = standingCells(database, "items", fondsId);
  const named = (column: "issuer" | "signer") =>
    database
      .prepare(
        `SELECT ${column} AS name FROM item_rows WHERE cell IN (SELECT value FROM json_each(?)) AND ${column} <> ''
         GROUP BY ${column} ORDER BY count(*) DESC, ${column} LIMIT ${most}`,
      )
      .all(cells)
      .map((row) => textIn(row, "name"));
  return { issuers: named("issuer"), signers: named("signer") };
}
