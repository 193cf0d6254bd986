import { setTimeout as wait } from "node:timers/promises";
import { collectionNames } from "#shared/archive/collections.ts";
import type { DeskHandlers } from "#shared/contract/desk.ts";
import type { SearchAnswer, SearchRequest } from "#shared/contract/records.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { countLimit, openFind } from "./find.ts";
import { hitOf } from "./hit.ts";
import { openIndexDatabase } from "./index-database.ts";
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
const sliceSize = { fonds: 100, batches: 100, files: 100, items: 100, pages: 25 } as const;

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
  const database = openIndexDatabase(folder);
  const indexSlice = openSlices(database, journal, readWords);
  let find: ReturnType<typeof openFind> | undefined;
  const now = { stale: true, closed: false };
  let running: Promise<void> | undefined;

  const written = () => now.stale;

  async function run(): Promise<void> {
    do {
      now.stale = false;
      for (const collection of collectionNames) {
        while (!now.closed && (await indexSlice(collection, sliceSize[collection]))) await nextTurn();
      }
    } while (written() && !now.closed);
  }
  function catchUp(): Promise<void> {
    running ??= run().finally(() => {
      running = undefined;
    });
    return running;
  }
  // A failure (a full disk) leaves the index as it was; the next search or write tries again.
  const catchUpQuietly = () =>
    catchUp().catch(() => {
      now.stale = true;
    });
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
      const given = new AbortController();
      await Promise.race([
        catchUpQuietly(),
        wait(patience, undefined, { signal: given.signal, ref: false }).catch(() => undefined),
      ]);
      given.abort();
      if (now.closed) return { hits: [], total: 0 };
      find ??= openFind(database);
      const { matches, total } = find(query, limit);
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
      database.close();
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
