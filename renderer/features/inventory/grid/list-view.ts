import { type Static, Type } from "typebox";
import { Check } from "typebox/value";
import { Choice } from "#shared/base/schema.ts";
import { listingFilterSchema, listingSorts } from "#shared/contract/listing.ts";
import type { ViewedList } from "#renderer/app/saved-views.ts";
import type { GridCollection } from "./row-kind.ts";

const schema = Type.Object({
  filter: listingFilterSchema,
  sort: Choice(listingSorts),
  descending: Type.Boolean(),
  order: Type.Array(Type.String()),
  hidden: Type.Array(Type.String()),
});

/** What a saved view of the lists of one collection holds, whichever fonds they are of. */
export const listViews = (collection: GridCollection): ViewedList<Static<typeof schema>> => ({
  key: collection,
  is: (value) => Check(schema, value),
});
