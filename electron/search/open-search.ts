import { setTimeout as wait } from "node:timers/promises";
import { collectionNames } from "#shared/archive/collections.ts";
import type { DeskHandlers } from "#shared/contract/desk.ts";
import type { SearchAnswer, SearchRequest } from "#shared/contract/records.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { countLimit, openFind } from "./find.ts";
import { hitOf } from "./hit.ts";
import { isDamage, openIndexDatabase, removeIndex } from "./index-database.ts";
import { openSlices, type ReadWords } from "./index-slice.ts";
import { readQuery } from "./query.ts";
import { cutSnippet } from "./snippet.ts";

export type Search = {
  /** Records that hold all the words, best first. What was written before the call is found. */
  find(request: SearchRequest): Promise<SearchAnswer>;
  /** Brings the index up to the journal's end. */
  catchUp(): Promise<void>;
  /** Waits for the slice at work and closes the index; the journal must still be open. */
  close(): Promise<void>;
};

/** Records (or pages) indexed in one go: a few dozen milliseconds, so that the desk goes on answering. */
const sliceSize = { fonds: 100, batches: 100, files: 100, items: 100, pages: 25, exclusions: 100 } as const;

/**
 * Opens the search index, a read model of the journal in its own file in `folder`: deleted or damaged, it is built
 * again. It follows the journal by itself. A search waits for it to catch up, at most `patience` milliseconds (an
 * index that is being built anew from a large journal takes longer), then answers from what is indexed.
 */
export function openSearch(options: {
  folder: string;
  journal: Journal;
  readWords: ReadWords;
  patience?: number;
}): Search {
  const { folder, journal, readWords, patience = 5000 } = options;
  const open = () => {
    const database = openIndexDatabase(folder);
    const indexSlice = openSlices(database, journal, readWords);
    return { database, indexSlice, find: openFind(database) };
  };
  let index = open();
  const now = { stale: true, closed: false };
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    try {
      while (now.stale && !now.closed) {
        now.stale = false;
        await runOnce();
      }
    } catch (error) {
      now.stale = true;
      throw error;
    } finally {
      // In the same turn as the last look at `stale`: a write after it must start a new run.
      running = undefined;
    }
  }
  async function runOnce(): Promise<void> {
    for (const collection of collectionNames) {
      const size = sliceSize[collection];
      while (!now.closed && (await rebuilding(() => index.indexSlice(collection, size)))) await nextTurn();
    }
  }
  /** Does the work again on a new index where the old one turns out to be damaged. */
  async function rebuilding<Value>(work: () => Promise<Value>): Promise<Value> {
    try {
      return await work();
    } catch (error) {
      if (now.closed || !isDamage(error)) throw error;
      index.database.close();
      removeIndex(folder);
      index = open();
      now.stale = true;
      return work();
    }
  }
  function catchUp(): Promise<void> {
    if (running) return running;
    if (!now.stale || now.closed) return Promise.resolve();
    running = run();
    return running;
  }
  // A failure (a full disk) leaves the index as it was; the next search or write tries again.
  const catchUpQuietly = () => catchUp().catch(() => undefined);
  const catchUpPatiently = async () => {
    const given = new AbortController();
    const enough = wait(patience, undefined, { signal: given.signal, ref: false }).catch(() => undefined);
    await Promise.race([catchUpQuietly(), enough]);
    given.abort();
  };
  const stop = journal.onWrite(() => {
    now.stale = true;
    if (!running) setImmediate(() => (now.closed ? undefined : void catchUpQuietly()));
  });
  setImmediate(() => (now.closed ? undefined : void catchUpQuietly()));

  return {
    catchUp,
    async find({ words, limit }) {
      const query = readQuery(words);
      if (!query) return { hits: [], total: 0 };
      const { matches, total } = await rebuilding(async () => {
        await catchUpPatiently();
        return now.closed ? { matches: [], total: 0 } : index.find(query, limit);
      });
      const hits = await Promise.all(
        matches.map(async ({ collection, id, page }) => {
          const hit = hitOf(journal, collection, id);
          if (!hit || !page) return hit;
          const text = (await readWords(page.digest).catch(() => undefined))?.text ?? "";
          return { ...hit, snippet: cutSnippet(text, query.words) };
        }),
      );
      const standing = hits.filter((hit) => hit !== undefined);
      return {
        hits: standing,
        total: total === countLimit ? total : total - (hits.length - standing.length),
      };
    },
    async close() {
      now.closed = true;
      stop();
      await running?.catch(() => undefined);
      index.database.close();
    },
  };
}

/** The screen's search of the desk. */
export function searchHandlers({ search }: { search: Search }): Pick<DeskHandlers, "search.find"> {
  return { "search.find": (request) => search.find(request) };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
