import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import { openNextSlice } from "#electron/index/next-slice.ts";
import type { Index } from "#electron/index/open-index.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { listedCollections } from "#electron/listing/row-slices.ts";

/** How often an index that is still taking a large journal in is waited for, each time as long as its patience. */
const tries = 60;

/**
 * Reads the standing of files and items exactly as of the journal's last entry, and says which one that is: nothing
 * is counted of an index that is behind. A fault where it does not catch up within minutes.
 */
export async function readCaughtUp<Value>(
  index: Index,
  journal: Journal,
  read: (database: Sqlite) => Value,
): Promise<{ value: Value; atSeq: number }> {
  for (let at = 0; at < tries; at += 1) {
    const found = await index.ask(["rows"], (database) => {
      const next = openNextSlice(database, journal, "rows");
      if (listedCollections.some((collection) => next(collection, 1) !== undefined)) return undefined;
      return { value: read(database), atSeq: journal.last().seq };
    });
    if (found) return found;
  }
  throw new DeskFault("counting");
}
