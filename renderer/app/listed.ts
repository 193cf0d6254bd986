import { Check, Convert } from "typebox/value";
import { listingCollections, type ListingFilter, listingFilterSchema } from "#shared/contract/listing.ts";

/** A list to open already narrowed, as an address can say it. */
export type Listed = {
  collection: (typeof listingCollections)[number];
  filter: ListingFilter;
  /** The group of the scheme to stand at; empty for what is in none. */
  group?: string;
};

/** The address of a fonds whose list shows only what meets the filter. */
export function toListed(fondsId: string, { collection, filter, group }: Listed): string {
  const place = group === undefined ? {} : { group };
  const fields = Object.entries({ collection, ...place, ...filter }).map(([name, value]) => [
    name,
    String(value),
  ]);
  return `/inventory/fonds/${fondsId}/list/${new URLSearchParams(fields).toString()}`;
}

/** What the last part of such an address asks for; undefined where it names no list. */
export function readListed(asked: string | undefined): Listed | undefined {
  const fields = new URLSearchParams(asked);
  const collection = listingCollections.find((known) => known === fields.get("collection"));
  if (!collection) return undefined;
  const group = fields.get("group");
  fields.delete("collection");
  fields.delete("group");
  const filter: unknown = Convert(listingFilterSchema, Object.fromEntries(fields));
  return Check(listingFilterSchema, filter)
    ? { collection, filter, ...(group === null ? {} : { group }) }
    : undefined;
}
