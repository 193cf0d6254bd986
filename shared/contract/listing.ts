import { type Static, Type } from "typebox";
import { arrangements, documentTypeCodes, priorityGroups, retentionCodes } from "#shared/archive/codes.ts";
import { Choice } from "#shared/base/schema.ts";

/** Where the work on a file or an item stands, as far as lists are filtered by it. */
export const listingStates = ["listed", "held", "captured", "checked", "sent", "withdrawn"] as const;

/** What a list shows; a field that is absent does not narrow it. Every given field must be met. */
export const listingFilterSchema = Type.Object({
  fondsId: Type.Optional(Type.String()),
  /** Records of this unit and of those below it. */
  scope: Type.Optional(Type.String()),
  inventory: Type.Optional(Type.String()),
  box: Type.Optional(Type.String()),
  fileId: Type.Optional(Type.String()),
  /** Files in one of these groups of the scheme; `groupsBut`: files in none of these. */
  groups: Type.Optional(Type.Array(Type.String({ maxLength: 40 }))),
  groupsBut: Type.Optional(Type.Array(Type.String({ maxLength: 40 }))),
  type: Type.Optional(Choice(documentTypeCodes)),
  /** Year of an item's date, or of a file's first date; 0 where none is known. */
  year: Type.Optional(Type.Integer()),
  retention: Type.Optional(Choice(retentionCodes)),
  priority: Type.Optional(Choice(priorityGroups)),
  arrangement: Type.Optional(Choice(arrangements)),
  /** Whether the record is within the scope of the province's letter. */
  inScope: Type.Optional(Type.Boolean()),
  state: Type.Optional(Choice(listingStates)),
  /** Words as in the search, accents optional. */
  words: Type.Optional(Type.String({ maxLength: 200 })),
  /** True to list withdrawn records too. */
  withdrawnToo: Type.Optional(Type.Boolean()),
});

export type ListingFilter = Static<typeof listingFilterSchema>;

export const listingCollections = ["files", "items"] as const;

/** Columns a list is ordered by; texts in the order of the Vietnamese alphabet, numbers in texts as numbers. */
export const listingSorts = [
  "place",
  "code",
  "title",
  "date",
  "number",
  "type",
  "issuer",
  "box",
  "retention",
] as const;

export const listingOrderSchema = Type.Object({
  collection: Choice(listingCollections),
  filter: listingFilterSchema,
  /** `place`: inventory, box, code; for items then their ordinal. */
  sort: Choice(listingSorts),
  descending: Type.Optional(Type.Boolean()),
});

export type ListingOrder = Static<typeof listingOrderSchema>;

const facetSchema = Type.Array(Type.Object({ value: Type.String(), count: Type.Integer() }));

export const listingFacetsSchema = Type.Object({
  total: Type.Integer(),
  /** Values with their counts, most first; a facet's own filter is left out of its counts. */
  facets: Type.Object({
    fonds: facetSchema,
    unit: facetSchema,
    type: facetSchema,
    year: facetSchema,
    retention: facetSchema,
    priority: facetSchema,
    state: facetSchema,
    inScope: facetSchema,
  }),
});

export type ListingFacets = Static<typeof listingFacetsSchema>;

export type ListingFacetName = keyof ListingFacets["facets"];

const range = Type.Tuple([Type.Integer(), Type.Integer()]);

/** The numbers of one type of document in one year of one issuer of a fonds: `1…N` where nothing lacks. */
export const numberSeriesSchema = Type.Object({
  year: Type.Integer(),
  type: Choice(documentTypeCodes),
  issuer: Type.String(),
  /** Number form: `normative` numbers (`12/2016/QĐ-UBND`) run apart from the others. */
  normative: Type.Boolean(),
  first: Type.Integer(),
  last: Type.Integer(),
  count: Type.Integer(),
  gaps: Type.Array(range),
  repeats: Type.Array(Type.Object({ number: Type.Integer(), itemIds: Type.Array(Type.String()) })),
  /** The fewest items whose days break the order of the numbers: dated before a lower number, or after a higher. */
  outOfOrder: Type.Array(Type.Object({ number: Type.Integer(), itemId: Type.String(), date: Type.String() })),
  /** Items whose number is no number (`12a`, blank). */
  unnumbered: Type.Integer(),
});

export type NumberSeries = Static<typeof numberSeriesSchema>;

export const leafFindingSchema = Type.Object({
  fileId: Type.String(),
  code: Type.String(),
  /** Leaves no item claims, from 1 to the last. */
  gaps: Type.Array(range),
  /** Leaves claimed by several items. */
  overlaps: Type.Array(Type.Object({ leaves: range, itemIds: Type.Array(Type.String()) })),
  /** Items whose leaves are given but not read as `12` or `12-15`. */
  unread: Type.Array(Type.String()),
  /** The last leaf an item claims, beside the number of leaves listed for the file. */
  last: Type.Integer(),
  listed: Type.Integer(),
});

export type LeafFinding = Static<typeof leafFindingSchema>;

export const duplicateGroupSchema = Type.Object({
  /** `same`: number, symbol, date, subject, issuer and addressee; `near`: equal but for a near-equal subject; `content`: equal scans. */
  kind: Choice(["same", "near", "content"]),
  itemIds: Type.Array(Type.String()),
  /** True where a person gave a reason for each but one. */
  justified: Type.Boolean(),
});

export type DuplicateGroup = Static<typeof duplicateGroupSchema>;

export const inventoryTreeSchema = Type.Object({
  /** Inventory lists in order, each with its boxes in order; `""` stands for none given. */
  inventories: Type.Array(
    Type.Object({
      inventory: Type.String(),
      files: Type.Integer(),
      boxes: Type.Array(
        Type.Object({
          box: Type.String(),
          files: Type.Integer(),
          items: Type.Integer(),
          leaves: Type.Integer(),
          /** Where the box stands; several where its files disagree. */
          locations: Type.Array(Type.String()),
        }),
      ),
    }),
  ),
});

export type InventoryTree = Static<typeof inventoryTreeSchema>;

export const listedNamesSchema = Type.Object({
  issuers: Type.Array(Type.String()),
  signers: Type.Array(Type.String()),
});

export type ListedNames = Static<typeof listedNamesSchema>;

/** What letters of a kind say alike, and how many do; `issuedDate` is a year. */
const listedKindSchema = Type.Object({
  symbol: Type.String(),
  issuer: Type.String(),
  signer: Type.String(),
  type: Choice(["", ...documentTypeCodes]),
  issuedDate: Type.String(),
  times: Type.Integer(),
});

export type ListedKind = Static<typeof listedKindSchema>;

const ofFonds = Type.Object({ fondsId: Type.String() });

/** Lists and checks of the inventory: read models of the journal, at most a moment behind it. */
export const listingCalls = {
  /** Ids in order: the screen reads the records themselves from RxDB as they come into view. */
  "listing.order": {
    input: listingOrderSchema,
    output: Type.Object({ ids: Type.Array(Type.String()) }),
  },
  "listing.facets": {
    input: Type.Object({ collection: Choice(listingCollections), filter: listingFilterSchema }),
    output: listingFacetsSchema,
  },
  "listing.tree": { input: ofFonds, output: inventoryTreeSchema },
  /** Standing files of a fonds by the group they name, whether it still counts or not; `""` for none. */
  "listing.groups": {
    input: ofFonds,
    output: Type.Object({ groups: Type.Array(Type.Object({ id: Type.String(), files: Type.Integer() })) }),
  },
  /** Issuers and signers of the items of a fonds, those of most items first. */
  "listing.names": { input: ofFonds, output: listedNamesSchema },
  /** The kinds of letters among a fonds' latest items outside a batch, those of most items first, at most 1,000. */
  "listing.kinds": {
    input: Type.Object({ fondsId: Type.String(), exceptBatchId: Type.String() }),
    output: Type.Object({ kinds: Type.Array(listedKindSchema) }),
  },
  "listing.numbers": { input: ofFonds, output: Type.Object({ series: Type.Array(numberSeriesSchema) }) },
  "listing.leaves": { input: ofFonds, output: Type.Object({ findings: Type.Array(leafFindingSchema) }) },
  "listing.duplicates": { input: ofFonds, output: Type.Object({ groups: Type.Array(duplicateGroupSchema) }) },
  /** Of a new item: those it would double, before it is saved. */
  "listing.twins": {
    input: Type.Object({
      fondsId: Type.String(),
      number: Type.String({ maxLength: 11 }),
      symbol: Type.String({ maxLength: 30 }),
      issuedDate: Type.String({ maxLength: 10 }),
      subject: Type.String({ maxLength: 500 }),
      addressee: Type.String({ maxLength: 200 }),
    }),
    output: Type.Object({ itemIds: Type.Array(Type.String()) }),
  },
  /** The greatest code, notation and box in use, to suggest the next; empty where there is none. */
  "listing.last": {
    input: Type.Object({ fondsId: Type.String(), inventory: Type.Optional(Type.String()) }),
    output: Type.Object({ code: Type.String(), notation: Type.String(), box: Type.String() }),
  },
} as const;
