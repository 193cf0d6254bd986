import { type Static, Type } from "typebox";
import { accessLevels } from "#shared/archive/access-level.ts";
import { documentTypeCodes } from "#shared/archive/codes.ts";
import { Choice } from "#shared/base/schema.ts";

/** Most found records that are counted, and that can be paged through. */
export const mostFound = 5000;

/** `yyyy`, `yyyy-mm` or `yyyy-mm-dd`. */
const datePattern = "^[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$";

/** What is found narrowed by; every given field must be met. */
export const catalogueFilterSchema = Type.Object({
  kind: Type.Optional(Choice(["files", "items"])),
  /** A fonds, with all that are reconciled with it. */
  fonds: Type.Optional(Type.String({ maxLength: 40 })),
  /** Scopes: `52.550`, `52.550.21952`; of a commune since 1 July 2025 `52.21952`. */
  district: Type.Optional(Type.String({ maxLength: 24 })),
  commune: Type.Optional(Type.String({ maxLength: 24 })),
  newCommune: Type.Optional(Type.String({ maxLength: 24 })),
  type: Type.Optional(Choice(documentTypeCodes)),
  /** Year of an item's date or of a file's first; 0 where none is known. */
  year: Type.Optional(Type.Integer({ minimum: 0, maximum: 9999 })),
  signer: Type.Optional(Type.String({ maxLength: 100 })),
  /** `123`, `123/QĐ-UBND` or `QĐ-UBND` of an item. */
  number: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
  /** Part of the name of the body that issued an item. */
  issuer: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  /** From the first day of one date to the last of another: an item's date, or any of a file's. */
  from: Type.Optional(Type.String({ pattern: datePattern })),
  to: Type.Optional(Type.String({ pattern: datePattern })),
});

export type CatalogueFilter = Static<typeof catalogueFilterSchema>;

/** A question to the province's catalogue: whole words, marks and case aside, all of which must be met; none for all. */
export const catalogueQuestionSchema = Type.Object({
  words: Type.String({ maxLength: 200 }),
  filter: catalogueFilterSchema,
  from: Type.Integer({ minimum: 0, maximum: mostFound }),
  limit: Type.Integer({ minimum: 1, maximum: 100 }),
  /** Whether facets are counted; a further page of the same question needs none. */
  facets: Type.Boolean(),
});

export type CatalogueQuestion = Static<typeof catalogueQuestionSchema>;

export const catalogueHitSchema = Type.Object({
  kind: Choice(["files", "items"]),
  id: Type.String(),
  /** Subject of an item, title of a file. */
  title: Type.String(),
  type: Type.String(),
  number: Type.String(),
  symbol: Type.String(),
  /** Of an item; of a file its first and last, as `1995-1997`. */
  date: Type.String(),
  issuer: Type.String(),
  signer: Type.String(),
  fonds: Type.Object({ id: Type.String(), code: Type.String(), name: Type.String() }),
  file: Type.Object({
    id: Type.String(),
    code: Type.String(),
    title: Type.String(),
    /** Back to the paper: mục lục, hộp, kho – giá – tầng. */
    inventory: Type.String(),
    box: Type.String(),
    location: Type.String(),
  }),
  /** Place of an item in its file; 0 for a file. */
  ordinal: Type.Integer(),
  scope: Type.String(),
  unitName: Type.String(),
  /** The communes since 1 July 2025 that it goes to: several where that of a split commune is not chosen yet. */
  newCommunes: Type.Array(Type.Object({ scope: Type.String(), name: Type.String() })),
  /** True where the first of these keeps it while nobody chooses, and gave a part of itself to the others. */
  stays: Type.Optional(Type.Boolean()),
  level: Choice(accessLevels),
  /** Whether its batch was accepted and stands so. */
  accepted: Type.Boolean(),
  renditionDigest: Type.String(),
  /**
   * Where the words stand in its pages' text, those met in «»; empty where they are in its description alone. Sought by
   * meaning: the passage that lies nearest.
   */
  snippet: Type.String(),
  /** Pages with the words, those with most of them first; at most 20. Sought by meaning: the one that lies nearest. */
  pages: Type.Array(Type.Object({ id: Type.String(), ordinal: Type.Integer() })),
});

export type CatalogueHit = Static<typeof catalogueHitSchema>;

const facetSchema = Type.Array(
  Type.Object({
    /** As the filter takes it. */
    value: Type.String(),
    label: Type.String(),
    count: Type.Integer(),
    /** Of these, how many are of a split commune and may go to another as well: nobody has chosen yet. */
    undecided: Type.Integer(),
  }),
);

export type CatalogueFacet = Static<typeof facetSchema>;

export const catalogueAnswerSchema = Type.Object({
  /** Those whose description has all the words first, then the latest first. */
  hits: Type.Array(catalogueHitSchema),
  /** How many were found, at most `mostFound`; `more` where there are more, of which those are what is counted. */
  total: Type.Integer(),
  more: Type.Boolean(),
  /** Of what was found, how many there are of each value, most first (years: latest first); at most 200 of each. */
  facets: Type.Optional(
    Type.Object({
      fonds: facetSchema,
      district: facetSchema,
      commune: facetSchema,
      newCommune: facetSchema,
      type: facetSchema,
      year: facetSchema,
      signer: facetSchema,
    }),
  ),
});

export type CatalogueAnswer = Static<typeof catalogueAnswerSchema>;
