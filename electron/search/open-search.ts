import type { DeskHandlers } from "#shared/contract/desk.ts";
import { listingCollections, type ListingFilter } from "#shared/contract/listing.ts";
import type { NarrowedSearch, SearchAnswer } from "#shared/contract/records.ts";
import type { Index } from "#electron/index/open-index.ts";
import { countFacets } from "#electron/listing/count-facets.ts";
import { keyCondition } from "#electron/listing/narrow.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { countLimit, openFind } from "./find.ts";
import { hitOf } from "./hit.ts";
import { readQuery } from "./query.ts";
import { cutSnippet } from "./snippet.ts";
import type { ReadWords } from "./word-slices.ts";

/** Finds records that hold all the words, best first. What was written before the call is found. */
export type Find = (request: NarrowedSearch) => Promise<SearchAnswer>;

/** The search over an index. */
export function openSearch(options: { index: Index; journal: Journal; readWords: ReadWords }): Find {
  const { index, journal, readWords } = options;
  // Queries are prepared once for each database; one that was damaged is forgotten with its own.
  const prepared = new WeakMap<object, ReturnType<typeof openFind>>();
  return async ({ words, limit, filter = {} }) => {
    const query = readQuery(words);
    if (!query) return { hits: [], total: 0 };
    const { matches, total } = await index.ask(
      narrows(filter) ? ["words", "rows"] : ["words"],
      (database) => {
        const find = prepared.get(database) ?? openFind(database);
        prepared.set(database, find);
        return find(query, limit, narrows(filter) ? keyCondition(database, filter) : undefined);
      },
    );
    const hits = await Promise.all(
      matches.map(async ({ collection, id, page }) => {
        const hit = hitOf(journal, collection, id);
        if (!hit || !page) return hit;
        const text = (await readWords(page.digest).catch(() => undefined))?.text ?? "";
        return { ...hit, snippet: cutSnippet(text, query.words, query.open) };
      }),
    );
    const standing = hits.filter((hit) => hit !== undefined);
    return {
      hits: standing,
      total: total === countLimit ? total : total - (hits.length - standing.length),
    };
  };
}

/** The screen's search of the desk. */
export function searchHandlers(
  options: Parameters<typeof openSearch>[0],
): Pick<DeskHandlers, "search.find" | "search.facets"> {
  const find = openSearch(options);
  return {
    "search.find": (request) => find(request),
    "search.facets": ({ words, filter }) =>
      options.index.ask(["words", "rows"], (database) =>
        countFacets(database, listingCollections, { ...filter, words }),
      ),
  };
}

function narrows(filter: ListingFilter): boolean {
  return Object.keys(filter).length > 0;
}
