import { type Static, Type } from "typebox";
import { batchStates } from "#shared/archive/batch.ts";
import { screenCollectionNames } from "#shared/archive/collections.ts";
import { completenessSchema } from "#shared/completeness/count-batch.ts";
import { Choice } from "#shared/base/schema.ts";
import { listingFacetsSchema, listingFilterSchema } from "#shared/contract/listing.ts";
import {
  bucketsAnswerSchema,
  collectionSchema,
  digestAnswerSchema,
  hashesAnswerSchema,
  hashesRequestSchema,
  pullAnswerSchema,
  pullRequestSchema,
  pushAnswerSchema,
  pushRowSchema,
  wireRecordSchema,
} from "#shared/replication/messages.ts";

/** The screen replicates what it holds itself; what stays on the desk is written by calls of its own. */
const ofCollection = Type.Object({ collection: Choice(screenCollectionNames) });

const besideSchema = Type.Object({
  id: Type.String(),
  number: Type.String(),
  name: Type.String(),
  state: Choice(batchStates),
  scope: Type.String(),
});

export const searchHitSchema = Type.Object({
  collection: collectionSchema,
  id: Type.String(),
  /** First line to show: the subject or title. */
  title: Type.String(),
  /** Second line: code, number, date. */
  line: Type.String(),
  /** Where the words were met in a page's text, matches in «»; empty when met in the record itself. */
  snippet: Type.String(),
  /** The item or file to open. */
  fileId: Type.String(),
  itemId: Type.String(),
  renditionDigest: Type.String(),
  /** Scope of the record, to name its unit. */
  scope: Type.String(),
});

export type SearchHit = Static<typeof searchHitSchema>;

export const searchRequestSchema = Type.Object({
  words: Type.String({ maxLength: 200 }),
  limit: Type.Integer({ minimum: 1, maximum: 200 }),
});

export type SearchRequest = Static<typeof searchRequestSchema>;

/** A search of the desk's own index, which knows what files and items are like. */
export const narrowedSearchSchema = Type.Object({
  ...searchRequestSchema.properties,
  /** Only files and items that this leaves; its own words are not looked at. */
  filter: Type.Optional(listingFilterSchema),
});

export type NarrowedSearch = Static<typeof narrowedSearchSchema>;

export const searchAnswerSchema = Type.Object({
  hits: Type.Array(searchHitSchema),
  /** How many met, at most 1000 (a larger number is not counted out). */
  total: Type.Integer(),
});

export type SearchAnswer = Static<typeof searchAnswerSchema>;

export const overviewSchema = Type.Object({
  fonds: Type.Integer(),
  files: Type.Integer(),
  items: Type.Integer(),
  pages: Type.Integer(),
  renditions: Type.Integer(),
  held: Type.Integer(),
  batches: Type.Array(Type.Object({ state: Type.String(), count: Type.Integer() })),
});

export type Overview = Static<typeof overviewSchema>;

export const recordCalls = {
  "records.pull": {
    input: Type.Object({ ...ofCollection.properties, ...pullRequestSchema.properties }),
    output: pullAnswerSchema,
  },
  "records.push": {
    input: Type.Object({ ...ofCollection.properties, rows: Type.Array(pushRowSchema, { maxItems: 2000 }) }),
    output: pushAnswerSchema,
  },
  "records.digest": { input: ofCollection, output: digestAnswerSchema },
  "records.buckets": { input: ofCollection, output: bucketsAnswerSchema },
  "records.hashes": {
    input: Type.Object({ ...ofCollection.properties, ...hashesRequestSchema.properties }),
    output: hashesAnswerSchema,
  },
  /** The journal's state of some records, for a screen that lacks them. */
  "records.read": {
    input: Type.Object({ ...ofCollection.properties, ids: Type.Array(Type.String(), { maxItems: 500 }) }),
    output: Type.Object({ documents: Type.Array(wireRecordSchema) }),
  },
  "search.find": { input: narrowedSearchSchema, output: searchAnswerSchema },
  /** Of the files and items a search finds, how many there are of each kind; asked beside it, so that typing stays fast. */
  "search.facets": {
    input: Type.Object({ words: searchRequestSchema.properties.words, filter: listingFilterSchema }),
    output: listingFacetsSchema,
  },
  "counts.overview": { input: Type.Object({}), output: overviewSchema },
  /** The other batches that hold files of a batch's fonds, and how many such files lie in none. */
  "batches.beside": {
    input: Type.Object({ batchId: Type.String() }),
    output: Type.Object({ batches: Type.Array(besideSchema), loose: Type.Integer() }),
  },
  "batches.completeness": { input: Type.Object({ batchId: Type.String() }), output: completenessSchema },
} as const;
