import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import { numberIn, textIn } from "#electron/journal/row.ts";
import type { Query } from "./query.ts";

/** A record that meets a query; `page` where it does so by a page's words. */
type Match = { collection: string; id: string; page: { digest: string } | undefined };

/** What of the records is searched: a condition over `k`, the record's key, and its parameters. */
export type Narrowing = { condition: string; parameters: Record<string, string> };

/** The most that are counted out. */
export const countLimit = 1000;

/** Pages looked at for one search: a word on all pages of a few items must not be followed to its end. */
const pageLimit = 5000;

/**
 * The first matches, best first, and how many there are, up to `countLimit`. Records come before page texts; an item
 * counts once. The latest to be registered comes first among equals: a score over all rows would cost their number.
 */
export function openFind(database: DatabaseSync) {
  const whole = prepareFind(database, "");
  return (query: Query, limit: number, narrowing?: Narrowing): { matches: Match[]; total: number } => {
    const { records, count, pages } = narrowing ? prepareFind(database, `AND ${narrowing.condition}`) : whole;
    const parameters = (phase: string, most: number): Record<string, SQLInputValue> => ({
      ...narrowing?.parameters,
      phase,
      most,
    });
    const widest = query.phases.at(-1) ?? query.phases[0];
    const found = new Map<number, Match>();
    for (const phase of query.phases) {
      if (found.size >= limit) break;
      for (const row of records.iterate(parameters(phase, limit))) {
        const key = numberIn(row, "key");
        if (found.has(key)) continue;
        found.set(key, { collection: textIn(row, "collection"), id: textIn(row, "id"), page: undefined });
      }
    }
    // Where fewer were found than asked for, these are all.
    let total =
      found.size < limit ? found.size : numberIn(count.get(parameters(widest, countLimit)) ?? {}, "total");
    if (total < countLimit) {
      const items = new Set<number>();
      for (const phase of query.phases) {
        for (const row of pages.iterate({ ...parameters(phase, pageLimit), widest })) {
          const key = numberIn(row, "key");
          if (items.has(key) || total + items.size >= countLimit) continue;
          items.add(key);
          const page = { digest: textIn(row, "digest") };
          if (found.size < limit) found.set(key, { collection: "items", id: textIn(row, "id"), page });
        }
      }
      total += items.size;
    }
    return { matches: [...found.values()].slice(0, limit), total: Math.min(total, countLimit) };
  };
}

function prepareFind(database: DatabaseSync, narrowed: string) {
  const records = `record_words w CROSS JOIN keys k ON k.key = w.rowid`;
  return {
    records: database.prepare(
      `SELECT k.key, k.collection, k.id FROM ${records}
       WHERE record_words MATCH :phase ${narrowed} ORDER BY w.rowid DESC LIMIT :most`,
    ),
    count: database.prepare(
      narrowed === ""
        ? `SELECT count(*) AS total FROM
             (SELECT 1 FROM record_words WHERE record_words MATCH :phase ORDER BY rowid DESC LIMIT :most)`
        : `SELECT count(*) AS total FROM
             (SELECT 1 FROM ${records} WHERE record_words MATCH :phase ${narrowed} ORDER BY w.rowid DESC LIMIT :most)`,
    ),
    // An item that does not stand has no row of its own, and takes its pages with it.
    pages: database.prepare(
      `SELECT k.key, k.id, d.digest FROM page_words w CROSS JOIN docs d ON d.key = w.rowid
       CROSS JOIN docs i ON i.key = d.item CROSS JOIN keys k ON k.key = i.key
       WHERE page_words MATCH :phase ${narrowed}
         AND k.key NOT IN (SELECT rowid FROM record_words WHERE record_words MATCH :widest)
       ORDER BY w.rowid DESC LIMIT :most`,
    ),
  };
}
