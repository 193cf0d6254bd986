import { documentTypes } from "#shared/archive/codes.ts";
import {
  type ListingFacetName,
  type ListingFacets,
  type ListingFilter,
  listingStates,
} from "#shared/contract/listing.ts";
import type { Words } from "#shared/text/vi.ts";

/** What a search is narrowed by, one value each. */
export type SearchFilter = Pick<ListingFilter, "fondsId" | "scope" | "type" | "year" | "retention" | "state">;

export type FacetValue = { label: string; count: number; chosen: boolean; value: string };
export type Facet = { by: keyof SearchFilter; title: string; values: FacetValue[] };

/** The names of what records point to: units by scope, fonds by id. */
export type Names = { unit: (scope: string) => string; fonds: (id: string) => string };

const shown: { by: keyof SearchFilter; facet: ListingFacetName }[] = [
  { by: "fondsId", facet: "fonds" },
  { by: "scope", facet: "unit" },
  { by: "type", facet: "type" },
  { by: "year", facet: "year" },
  { by: "retention", facet: "retention" },
  { by: "state", facet: "state" },
];

/** The facets of a search in words, in the order of the screen; a value nothing is known of stands last. */
export function readFacets(
  counted: ListingFacets,
  filter: SearchFilter,
  words: Words,
  names: Names,
): Facet[] {
  return shown.map(({ by, facet }) => ({
    by,
    title: words.search.facets[by],
    values: counted.facets[facet]
      .map(({ value, count }) => ({
        value,
        count,
        label: labelOf(by, value, words, names),
        chosen: filter[by] !== undefined && String(filter[by]) === value,
      }))
      .sort((one, other) => Number(isUnknown(one.value)) - Number(isUnknown(other.value))),
  }));
}

/** A facet's value in words. */
export function labelOf(by: keyof SearchFilter, value: string, words: Words, names: Names): string {
  const { search, grid, common } = words;
  if (by === "state") {
    const state = listingStates.find((known) => known === value);
    return state ? grid.filter.states[state] : value;
  }
  if (isUnknown(value)) return search.facetUnknown[by];
  switch (by) {
    case "fondsId":
      return names.fonds(value);
    case "scope":
      return names.unit(value) || value;
    case "type":
      return documentTypes.find(([code]) => code === value)?.[1] ?? value;
    case "year":
      return value;
    case "retention":
      return Object.entries(common.retention).find(([code]) => code === value)?.[1] ?? value;
  }
}

/** The filter with a facet's value chosen; with the value that is chosen already, without it. */
export function chooseFacet(filter: SearchFilter, by: keyof SearchFilter, value: string): SearchFilter {
  const { [by]: before, ...others } = filter;
  if (before !== undefined && String(before) === value) return others;
  return { ...others, [by]: by === "year" ? Number(value) : value };
}

/** The filter as it stands in an address: `fondsId=…&year=2016`. */
export function writeFilter(filter: SearchFilter): string {
  const values = shown.flatMap(({ by }) => (filter[by] === undefined ? [] : [[by, String(filter[by])]]));
  return new URLSearchParams(values).toString();
}

/** The filter in an address; what is no value of it is left out. */
export function readFilter(text: string): SearchFilter {
  const given = new URLSearchParams(text);
  let filter: SearchFilter = {};
  for (const { by } of shown) {
    const value = given.get(by);
    if (value === null || (by === "year" && !/^\d{1,4}$/.test(value))) continue;
    if (by === "state" && !listingStates.some((known) => known === value)) continue;
    filter = chooseFacet(filter, by, value);
  }
  return filter;
}

function isUnknown(value: string): boolean {
  return value === "" || value === "0";
}
