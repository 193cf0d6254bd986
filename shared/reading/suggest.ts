import type { Item } from "#shared/archive/item.ts";
import { fold } from "#shared/base/fold.ts";
import type { RecordedField } from "#shared/archive/reading.ts";
import { yearOf } from "#shared/rules/year-of.ts";

/** The fields of an item that others of its kind foretell. */
export type SuggestedField = "issuer" | "signer" | "type";

export type Suggestion = { value: string; times: number };

/** What earlier rows have; one may stand for so many that are alike. */
export type EarlierRow = Pick<Item, "symbol" | "issuer" | "signer" | "type" | "issuedDate"> & {
  times?: number;
};

const most = 3;

/**
 * What earlier rows have in a field, the likeliest first: those of the same symbol, for a signer those of the same
 * body and year before them. It is only ever shown; nothing is filled by it.
 */
export function suggestFor(
  field: SuggestedField,
  row: Partial<Pick<Item, RecordedField>>,
  earlier: readonly EarlierRow[],
): Suggestion[] {
  const symbol = fold(row.symbol ?? "");
  const issuer = fold(row.issuer ?? "");
  const year = yearOf(row.issuedDate ?? "");
  if (symbol === "" && issuer === "") return [];
  const counts = new Map<string, { times: number; weight: number }>();
  for (const other of earlier) {
    const value = other[field];
    const sameSymbol = symbol !== "" && fold(other.symbol) === symbol;
    const sameIssuer = issuer !== "" && fold(other.issuer) === issuer;
    if (value === "" || !(sameSymbol || (field !== "issuer" && sameIssuer))) continue;
    const sameYear = year !== 0 && yearOf(other.issuedDate) === year;
    const { times = 1 } = other;
    const weight =
      times * ((sameSymbol ? 1 : 0) + (sameIssuer ? 1 : 0) + (field === "signer" && sameYear ? 2 : 0));
    const known = counts.get(value) ?? { times: 0, weight: 0 };
    counts.set(value, { times: known.times + times, weight: known.weight + weight });
  }
  return [...counts]
    .sort(([, one], [, other]) => other.weight - one.weight || other.times - one.times)
    .slice(0, most)
    .map(([value, { times }]) => ({ value, times }));
}
