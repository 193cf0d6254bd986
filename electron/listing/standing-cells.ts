import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import { readCells } from "./cells.ts";
import type { Traits } from "./traits.ts";

/** The cells of a fonds' rows that are not withdrawn, as JSON for `json_each`. */
export function standingCells(database: Sqlite, collection: Traits["collection"], fondsId: string): string {
  const cells = [...readCells(database)].filter(
    ([, traits]) =>
      traits.collection === collection && traits.fonds === fondsId && traits.state !== "withdrawn",
  );
  return JSON.stringify(cells.map(([cell]) => cell));
}
