import type { DatabaseSync } from "node:sqlite";
import { textIn } from "#electron/journal/row.ts";
import type { Query } from "./query.ts";

/** A record that meets a query; `page` where it does so by a page's words. */
type Match = { collection: string; id: string; page: { digest: string } | undefined };

/** The most that are counted out. */
export const countLimit = 1000;

/** Pages looked at for one search: a word on all pages of a few items must not be followed to its end. */
const pageLimit = 5000;

/**
 * The first matches, best first, and how many there are, up to `countLimit`. Records come before page texts; an item
 * counts once. The latest to be registered comes first among equals: a score over all rows would cost their number.
 */
export function openFind(database: DatabaseSync): (
  query: Query,
  limit: number,
) => {
  matches: Match[];
  total: number;
} {
  const records = database.prepare(
    `SELECT k.collection, k.id FROM record_words w CROSS JOIN keys k ON k.key = w.rowid
     WHERE record_words MATCH ? ORDER BY w.rowid DESC LIMIT ?`,
  );
  // An item that does not stand has no row of its own, and takes its pages with it.
  const pages = database.prepare(
    `SELECT k.id, d.digest FROM page_words w CROSS JOIN docs d ON d.key = w.rowid
     CROSS JOIN docs i ON i.key = d.item CROSS JOIN keys k ON k.key = i.key
     WHERE page_words MATCH ? ORDER BY w.rowid DESC LIMIT ?`,
  );
  return (query, limit) => {
    const found = new Map<string, Match>();
    for (const [place, phase] of query.phases.entries()) {
      // The last two are counted out; those before them only say what comes first.
      const counts = place >= query.phases.length - 2;
      if (found.size >= (counts ? countLimit : limit)) continue;
      for (const row of records.iterate(phase, counts ? countLimit : limit)) {
        const match = { collection: textIn(row, "collection"), id: textIn(row, "id"), page: undefined };
        found.set(`${match.collection} ${match.id}`, found.get(`${match.collection} ${match.id}`) ?? match);
      }
    }
    for (const phase of query.phases) {
      if (found.size >= countLimit) break;
      for (const row of pages.iterate(phase, pageLimit)) {
        const id = textIn(row, "id");
        const page = { digest: textIn(row, "digest") };
        if (!found.has(`items ${id}`)) found.set(`items ${id}`, { collection: "items", id, page });
        if (found.size >= countLimit) break;
      }
    }
    const matches = [...found.values()];
    return { matches: matches.slice(0, limit), total: Math.min(matches.length, countLimit) };
  };
}
