import { type ListingFacets, type ListingFilter, listingStates } from "#shared/contract/listing.ts";
import type { Words } from "#shared/text/vi.ts";
import { codeOptions } from "#renderer/app/code-options.ts";
import type { GridCollection } from "./row-kind.ts";

/** The part of a filter that a person sets; the place in the tree is the other. */
export type ListFilter = Pick<
  ListingFilter,
  "words" | "type" | "year" | "retention" | "priority" | "state" | "inScope" | "withdrawnToo"
>;

/** A field of a filter of which one value is chosen; `read` makes the filter's value of an option's. */
export type FilterField = {
  name: Exclude<keyof ListFilter, "words" | "withdrawnToo">;
  label: string;
  options: { value: string; label: string }[];
  read: (value: string) => unknown;
};

/** The choices that narrow a list. A file's own items share its retention and scope: those are not asked. */
export function filterFields(
  words: Words,
  collection: GridCollection,
  within: "fonds" | "file",
  years: readonly string[],
): FilterField[] {
  const own = words.grid.filter;
  const codes = codeOptions(words);
  const text = (value: string) => value;
  const year = [...years].sort().map((value) => ({ value, label: value === "0" ? own.yearUnknown : value }));
  const states = listingStates.map((value) => ({ value, label: own.states[value] }));
  const scopes = (["true", "false"] as const).map((value) => ({ value, label: own.inScopeWords[value] }));
  const fields: FilterField[] = [
    { name: "type", label: own.type, options: codes.type, read: text },
    { name: "year", label: own.year, options: year, read: Number },
    { name: "retention", label: own.retention, options: codes.retention, read: text },
    { name: "priority", label: own.priority, options: codes.priority, read: text },
    { name: "state", label: own.state, options: states, read: text },
    { name: "inScope", label: own.inScope, options: scopes, read: (value) => value === "true" },
  ];
  const ofFonds = new Set(["retention", "priority", "inScope"]);
  return fields.filter(
    ({ name }) => (name !== "type" || collection === "items") && (within === "fonds" || !ofFonds.has(name)),
  );
}

/** The years to choose among: those in the list, and the one chosen. */
export function yearsOf(facets: ListingFacets | undefined, filter: ListFilter): string[] {
  const chosen = filter.year === undefined ? [] : [String(filter.year)];
  return [...new Set([...(facets?.facets.year ?? []).map(({ value }) => value), ...chosen])];
}

/** A filter with one of its fields set, or taken away. */
export function withField(filter: ListFilter, name: keyof ListFilter, value: unknown): ListFilter {
  const rest = Object.fromEntries(Object.entries(filter).filter(([key]) => key !== name));
  return value === undefined || value === "" ? rest : { ...rest, [name]: value };
}

/** What narrows a list besides its words: a line each, in words, to be taken away one by one. */
export function activeFilters(
  words: Words,
  fields: readonly FilterField[],
  filter: ListFilter,
): { name: keyof ListFilter; label: string }[] {
  const chosen = fields.flatMap(({ name, label, options }) => {
    const value = filter[name];
    if (value === undefined) return [];
    const option = options.find((one) => one.value === String(value));
    return [{ name, label: `${label}: ${option?.label ?? String(value)}` }];
  });
  return filter.withdrawnToo === true
    ? [...chosen, { name: "withdrawnToo", label: words.inventory.showWithdrawn }]
    : chosen;
}
