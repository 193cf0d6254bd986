import { writeDate } from "#shared/archive/date-text.ts";
import type { CatalogueFilter } from "#shared/contract/catalogue.ts";
import { cleanText } from "#shared/inventory/clean-text.ts";
import { readDate } from "#shared/inventory/read-date.ts";

/** What can be sought field by field, in the order in which it is shown. */
export const detailNames = ["number", "issuer", "from", "to"] as const;

export type DetailName = (typeof detailNames)[number];

/** The fields as typed. */
export type Details = Readonly<Record<DetailName, string>>;

/** The fields of a filter as people write them. */
export function detailsOf({ number = "", issuer = "", from = "", to = "" }: CatalogueFilter): Details {
  return { number, issuer, from: writeDate(from), to: writeDate(to) };
}

/** The filter that typed fields ask for, and which of them are no dates; what is blank asks for nothing. */
export function readDetails(details: Details): {
  filter: Pick<CatalogueFilter, DetailName>;
  wrong: DetailName[];
} {
  const filter: Pick<CatalogueFilter, DetailName> = {};
  const wrong: DetailName[] = [];
  for (const name of detailNames) {
    const text = cleanText(details[name]);
    const value = name === "from" || name === "to" ? readDate(text) : text;
    if (value === undefined) wrong.push(name);
    else if (value !== "") filter[name] = value;
  }
  return { filter, wrong };
}
