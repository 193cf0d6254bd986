import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import { numberIn, textIn } from "#electron/journal/row.ts";
import type { Query } from "./query.ts";

/** A record that meets a query; `page` where it does so by a page's words. */
type Match = { collection: string; id: string; page: { digest: string } | undefined };

/** What of the records is searched: a condition over `k`, the record's key, and its parameters. */
export type Narrowing = { condition: string; parameters: Record<string, string> };

/** The most that are counted out. */
export const countLimit = 1000;

/** Of more matches than about this, the better ones are looked for among the latest so many only. */
const rankedMatches = 20_000;

/** Pages looked at for one search: a word on all pages of a few items must not be followed to its end. */
const pageLimit = 5000;

/**
 * The first matches, best first, and how many there are, up to `countLimit`. Records come before page texts; an item
 * counts once. The latest to be registered comes first among equals: a score over all rows would cost their number.
 */
export function openFind(database: DatabaseSync) {
  const whole = prepareFind(database, "");
  const named = database.prepare("SELECT collection, id FROM keys WHERE key = ?");
  return (query: Query, limit: number, narrowing?: Narrowing): { matches: Match[]; total: number } => {
    const { records, pages } = narrowing ? prepareFind(database, `AND ${narrowing.condition}`) : whole;
    const ask = (phase: string, floor: number, most: number): Record<string, SQLInputValue> => ({
      ...narrowing?.parameters,
      phase,
      floor,
      most,
    });
    const better = query.phases.slice(0, -1);
    const widest = query.phases.at(-1) ?? query.phases[0];
    const all = records.all(ask(widest, 0, countLimit)).map((row) => numberIn(row, "key"));
    const found = new Map<number, Match["page"]>();
    const floor = floorOf(all);
    for (const phase of all.length === 0 ? [] : better) {
      if (found.size >= limit) break;
      for (const row of records.iterate(ask(phase, floor, limit))) found.set(numberIn(row, "key"), undefined);
    }
    for (const key of all) found.set(key, found.get(key));
    if (all.length < countLimit) {
      for (const phase of query.phases) {
        for (const row of pages.iterate(ask(phase, 0, pageLimit))) {
          const key = numberIn(row, "key");
          if (!found.has(key)) found.set(key, { digest: textIn(row, "digest") });
        }
      }
    }
    const matches = [...found].slice(0, limit).flatMap(([key, page]): Match[] => {
      const row = named.get(key);
      return row ? [{ collection: textIn(row, "collection"), id: textIn(row, "id"), page }] : [];
    });
    return { matches, total: Math.min(found.size, countLimit) };
  };
}

/** The key from which on there are about `rankedMatches`, told by the latest `countLimit`, latest first. */
function floorOf(keys: readonly number[]): number {
  const [latest = 0] = keys;
  const last = keys.at(-1) ?? 0;
  return keys.length < countLimit ? 0 : latest - (latest - last) * (rankedMatches / countLimit);
}

function prepareFind(database: DatabaseSync, narrowed: string) {
  const source = narrowed === "" ? "record_words w" : "record_words w CROSS JOIN keys k ON k.key = w.rowid";
  return {
    records: database.prepare(
      `SELECT w.rowid AS key FROM ${source}
       WHERE record_words MATCH :phase AND w.rowid >= :floor ${narrowed} ORDER BY w.rowid DESC LIMIT :most`,
    ),
    // An item that does not stand has no row of its own, and takes its pages with it.
    pages: database.prepare(
      `SELECT k.key, d.digest FROM page_words w CROSS JOIN docs d ON d.key = w.rowid
       CROSS JOIN docs i ON i.key = d.item CROSS JOIN keys k ON k.key = i.key
       WHERE page_words MATCH :phase AND w.rowid >= :floor ${narrowed} ORDER BY w.rowid DESC LIMIT :most`,
    ),
  };
}
