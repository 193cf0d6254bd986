import { type Static, Type } from "typebox";
import { Check } from "typebox/value";
import { listingFilterSchema, listingSorts } from "#shared/contract/listing.ts";
import { Choice } from "#shared/base/schema.ts";

const viewSchema = Type.Object({
  name: Type.String(),
  filter: listingFilterSchema,
  sort: Choice(listingSorts),
  descending: Type.Boolean(),
  order: Type.Array(Type.String()),
  hidden: Type.Array(Type.String()),
});

/** A way of looking at a list that a person gave a name: what is filtered, how it is ordered, which columns. */
export type SavedView = Static<typeof viewSchema>;

const keyOf = (collection: string, person: string) => `mucluc.views.${collection}.${person}`;

/** A person's views of the lists of one collection, by name; what cannot be read is left out. */
export function readViews(storage: Storage, collection: string, person: string): SavedView[] {
  try {
    const read: unknown = JSON.parse(storage.getItem(keyOf(collection, person)) ?? "[]");
    return Array.isArray(read) ? read.filter((view): view is SavedView => Check(viewSchema, view)) : [];
  } catch {
    return [];
  }
}

/** Saves a view, in place of one of the same name. */
export function saveView(storage: Storage, collection: string, person: string, view: SavedView): SavedView[] {
  const others = readViews(storage, collection, person).filter(({ name }) => name !== view.name);
  return writeViews(storage, collection, person, [...others, view]);
}

export function removeView(storage: Storage, collection: string, person: string, name: string): SavedView[] {
  const others = readViews(storage, collection, person).filter((view) => view.name !== name);
  return writeViews(storage, collection, person, others);
}

function writeViews(storage: Storage, collection: string, person: string, views: SavedView[]): SavedView[] {
  const sorted = [...views].sort((one, other) => one.name.localeCompare(other.name, "vi"));
  storage.setItem(keyOf(collection, person), JSON.stringify(sorted));
  return sorted;
}
