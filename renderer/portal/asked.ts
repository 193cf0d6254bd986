import type { CatalogueFilter, CatalogueQuestion } from "#shared/contract/catalogue.ts";
import { documentTypes } from "#shared/archive/codes.ts";
import { readDate } from "#shared/inventory/read-date.ts";

/** What is sought, and by which way: each word as it is written, or what means something alike. */
export type Sought = { words: string; by: "words" | "meaning" };

/** What is asked, as it stands in the address: a search can be kept, sent and gone back to. */
export type Asked = Sought & { filter: CatalogueFilter };

const texts = ["fonds", "district", "commune", "newCommune", "signer", "number", "issuer"] as const;
const dates = ["from", "to"] as const;

export function readAsked(search: string): Asked {
  const params = new URLSearchParams(search);
  const filter: CatalogueFilter = {};
  for (const name of texts) {
    const value = params.get(name);
    if (value !== null && value !== "") filter[name] = value;
  }
  for (const name of dates) {
    const date = readDate(params.get(name) ?? "");
    if (date !== undefined && date !== "") filter[name] = date;
  }
  const type = documentTypes.find(([code]) => code === params.get("type"))?.[0];
  if (type) filter.type = type;
  const year = Number(params.get("year"));
  if (Number.isInteger(year) && year > 0 && year <= 9999) filter.year = year;
  return { ...readSought(search), filter };
}

/** What was sought, of the address of what was found by it. */
export function readSought(search: string): Sought {
  const params = new URLSearchParams(search);
  return { words: params.get("words") ?? "", by: params.get("by") === "meaning" ? "meaning" : "words" };
}

export function writeAsked({ filter, ...sought }: Asked): string {
  const params = paramsOf(sought);
  for (const [name, value] of Object.entries(filter)) params.set(name, String(value));
  return params.toString();
}

/** An address with what was sought, by which one comes back to what was found. */
export function withSought(address: string, sought: Sought, more: Record<string, string> = {}): string {
  const params = paramsOf(sought);
  for (const [name, value] of Object.entries(more)) params.set(name, value);
  return params.size === 0 ? address : `${address}?${params.toString()}`;
}

function paramsOf({ words, by }: Sought): URLSearchParams {
  const params = new URLSearchParams();
  if (words !== "") params.set("words", words);
  if (by !== "words") params.set("by", by);
  return params;
}

export const shownAtOnce = 20;

export function questionOf(
  { words, filter }: Pick<Asked, "words" | "filter">,
  from: number,
): CatalogueQuestion {
  return { words, filter, from, limit: shownAtOnce, facets: from === 0 };
}
