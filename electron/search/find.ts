import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import { numberIn, textIn } from "#electron/journal/row.ts";
import { withinKeys } from "./key-block.ts";
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
export function openFind(database: Sqlite) {
  const whole = prepareFind(database, "");
  const named = database.prepare("SELECT collection, id FROM keys WHERE key = ?");
  const changes = database.prepare("SELECT total_changes() AS changes");
  const nowhere = rememberEmpty(() => numberIn(changes.get() ?? {}, "changes"));
  return (query: Query, limit: number, narrowing?: Narrowing): { matches: Match[]; total: number } => {
    const { records, pages } = narrowing ? prepareFind(database, `AND ${narrowing.condition}`) : whole;
    const ask = (phase: string, most: number) => ({ ...narrowing?.parameters, phase, most });
    const keysOf = (phase: string, most: number) =>
      records.all(ask(phase, most)).map((row) => numberIn(row, "key"));
    const widest = query.phases.at(-1) ?? query.phases[0];
    const all = keysOf(widest, countLimit);
    const found = new Map<number, Match["page"]>();
    for (const phase of all.length === 0 ? [] : query.phases.slice(0, -1)) {
      if (found.size >= limit) break;
      if (nowhere.has(phase)) continue;
      const near = nearest(phase, all);
      const keys = keysOf(near, limit);
      if (keys.length === 0 && near === phase && !narrowing) nowhere.add(phase);
      for (const key of keys) found.set(key, undefined);
    }
    for (const key of all) found.set(key, found.get(key));
    if (all.length < countLimit) {
      for (const phase of query.phases) {
        for (const row of pages.iterate(ask(phase, pageLimit))) {
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

/**
 * Of words in a row, where more records hold the words at all than are counted: only those are asked for that are
 * counted, to be brought to the front.
 */
function nearest(phase: string, all: readonly number[]): string {
  const [latest = 0] = all;
  const inRow = !phase.includes(" AND ");
  return inRow && all.length >= countLimit ? withinKeys(phase, all.at(-1) ?? 0, latest) : phase;
}

/**
 * Words in a row that are nowhere in the index: looking for them among common words means looking at all of them, and
 * a person who goes on typing would have that done again with every key. Forgotten when the index changes.
 */
function rememberEmpty(changesOf: () => number) {
  let changes = -1;
  const empty = new Set<string>();
  return {
    has(phase: string): boolean {
      const now = changesOf();
      if (now !== changes) empty.clear();
      changes = now;
      const begun = openPhrase(phase);
      return begun !== undefined && [...empty].some((known) => begun.startsWith(known));
    },
    add(phase: string): void {
      const begun = openPhrase(phase);
      if (begun === undefined) return;
      if (empty.size >= 50) empty.clear();
      empty.add(begun);
    },
  };
}

/** The words of a phase that is one row of words with an open end; every longer such row meets fewer rows. */
function openPhrase(phase: string): string | undefined {
  return /^"([^"]*)" \*$/.exec(phase)?.[1];
}

function prepareFind(database: Sqlite, narrowed: string) {
  const source = narrowed === "" ? "record_words w" : "record_words w CROSS JOIN keys k ON k.key = w.rowid";
  return {
    records: database.prepare(
      `SELECT w.rowid AS key FROM ${source}
       WHERE record_words MATCH :phase ${narrowed} ORDER BY w.rowid DESC LIMIT :most`,
    ),
    // An item that does not stand has no row of its own, and takes its pages with it.
    pages: database.prepare(
      `SELECT k.key, d.digest FROM page_words w CROSS JOIN docs d ON d.key = w.rowid
       CROSS JOIN docs i ON i.key = d.item CROSS JOIN keys k ON k.key = i.key
       WHERE page_words MATCH :phase ${narrowed} ORDER BY w.rowid DESC LIMIT :most`,
    ),
  };
}
