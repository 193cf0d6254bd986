import type { CatalogueFilter, CatalogueQuestion } from "#shared/contract/catalogue.ts";
import { documentTypes } from "#shared/archive/codes.ts";

/** What is asked, as it stands in the address: a search can be kept, sent and gone back to. */
export type Asked = { words: string; filter: CatalogueFilter };

const texts = ["fonds", "district", "commune", "newCommune", "signer"] as const;

export function readAsked(search: string): Asked {
  const params = new URLSearchParams(search);
  const filter: CatalogueFilter = {};
  for (const name of texts) {
    const value = params.get(name);
    if (value !== null && value !== "") filter[name] = value;
  }
  const type = documentTypes.find(([code]) => code === params.get("type"))?.[0];
  if (type) filter.type = type;
  const year = Number(params.get("year"));
  if (Number.isInteger(year) && year > 0 && year <= 9999) filter.year = year;
  return { words: params.get("words") ?? "", filter };
}

export function writeAsked({ words, filter }: Asked): string {
  const params = new URLSearchParams();
  if (words !== "") params.set("words", words);
  for (const [name, value] of Object.entries(filter)) params.set(name, String(value));
  return params.toString();
}

/** An address with the words that were sought, by which one comes back to what was found. */
export function withWords(address: string, sought: string): string {
  return sought === "" ? address : `${address}?${new URLSearchParams({ words: sought }).toString()}`;
}

export const shownAtOnce = 20;

export function questionOf({ words, filter }: Asked, from: number): CatalogueQuestion {
  return { words, filter, from, limit: shownAtOnce, facets: from === 0 };
}
