import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import type {
  ListingFacetName,
  ListingFacets,
  ListingFilter,
  ListingOrder,
} from "#shared/contract/listing.ts";
import { numberIn } from "#electron/journal/row.ts";
import { readCells } from "./cells.ts";
import { meetsFilter, rowConditions } from "./narrow.ts";
import type { Traits } from "./traits.ts";

/** What each facet counts, and the field of the filter that narrows by it. */
const facets: Record<ListingFacetName, { by: keyof ListingFilter; valueOf: (traits: Traits) => string }> = {
  fonds: { by: "fondsId", valueOf: ({ fonds }) => fonds },
  unit: { by: "scope", valueOf: ({ unit }) => unit },
  type: { by: "type", valueOf: ({ type }) => type },
  year: { by: "year", valueOf: ({ year }) => String(year) },
  retention: { by: "retention", valueOf: ({ retention }) => retention },
  priority: { by: "priority", valueOf: ({ priority }) => priority },
  state: { by: "state", valueOf: ({ state }) => state },
  inScope: { by: "inScope", valueOf: ({ inScope }) => String(inScope) },
};

/** How many rows a filter leaves, and for each facet how many there are of each value; most first. */
export function countFacets(
  database: Sqlite,
  collections: readonly ListingOrder["collection"][],
  filter: ListingFilter,
): ListingFacets {
  const cells = collections.flatMap((collection) => countCells(database, collection, filter));
  const counted = (name: ListingFacetName) => {
    const { by, valueOf } = facets[name];
    const counts = new Map<string, number>();
    for (const [traits, count] of cells) {
      if (!meetsFilter(traits, filter, by)) continue;
      counts.set(valueOf(traits), (counts.get(valueOf(traits)) ?? 0) + count);
    }
    return [...counts]
      .map(([value, count]) => ({ value, count }))
      .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
  };
  return {
    total: cells.reduce((sum, [traits, count]) => (meetsFilter(traits, filter) ? sum + count : sum), 0),
    facets: {
      fonds: counted("fonds"),
      unit: counted("unit"),
      type: counted("type"),
      year: counted("year"),
      retention: counted("retention"),
      priority: counted("priority"),
      state: counted("state"),
      inScope: counted("inScope"),
    },
  };
}

/** How many rows of each cell the filter leaves by what cells do not say: place and words. */
function countCells(
  database: Sqlite,
  collection: Traits["collection"],
  filter: ListingFilter,
): [Traits, number][] {
  const { ofFile, ofRow, parameters } = rowConditions(filter);
  const [table, ofIt] =
    collection === "files"
      ? ["file_rows r", ofFile.map((condition) => condition.replaceAll("f.", "r."))]
      : [
          "item_rows r",
          ofFile.length === 0
            ? []
            : [`r.file IN (SELECT f.key FROM file_rows f WHERE ${ofFile.join(" AND ")})`],
        ];
  const conditions = ["r.cell <> 0", ...ofIt, ...ofRow];
  const traitsOf = readCells(database);
  return database
    .prepare(
      `SELECT r.cell AS cell, count(*) AS count FROM ${table} WHERE ${conditions.join(" AND ")} GROUP BY r.cell`,
    )
    .all(parameters)
    .flatMap((row): [Traits, number][] => {
      const traits = traitsOf.get(numberIn(row, "cell"));
      return traits ? [[traits, numberIn(row, "count")]] : [];
    });
}
