import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import { documentTypeCodes } from "#shared/archive/codes.ts";
import type { ListedKind } from "#shared/contract/listing.ts";
import { numberIn, textIn } from "#electron/journal/row.ts";
import { standingCells } from "./standing-cells.ts";

/** How far back is looked, in items of the fonds, and the most kinds that are told: a large fonds costs no more. */
const latest = 20_000;
const most = 1_000;

/** The kinds of letters among a fonds' latest standing items, without those of some files. */
export function readKinds(database: Sqlite, fondsId: string, exceptFiles: readonly string[]): ListedKind[] {
  // `+cell` keeps the walk in the order of keys, the latest first, so that it ends at the bound without sorting.
  return database
    .prepare(
      `SELECT symbol, issuer, signer, type, year, count(*) AS times FROM (
         SELECT symbol, issuer, signer, type, substr(date, 1, 4) AS year FROM item_rows
         WHERE +cell IN (SELECT value FROM json_each(:cells)) AND (symbol <> '' OR issuer <> '')
           AND file NOT IN (
             SELECT key FROM keys WHERE collection = 'files' AND id IN (SELECT value FROM json_each(:files))
           )
         ORDER BY key DESC LIMIT ${latest}
       ) GROUP BY symbol, issuer, signer, type, year ORDER BY times DESC, symbol, issuer, signer LIMIT ${most}`,
    )
    .all({ cells: standingCells(database, "items", fondsId), files: JSON.stringify(exceptFiles) })
    .map((row) => ({
      symbol: textIn(row, "symbol"),
      issuer: textIn(row, "issuer"),
      signer: textIn(row, "signer"),
      type: documentTypeCodes.find((code) => code === row["type"]) ?? "",
      issuedDate: textIn(row, "year"),
      times: numberIn(row, "times"),
    }));
}
