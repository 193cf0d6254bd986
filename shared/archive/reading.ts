import { type Static, Type } from "typebox";
import { Choice } from "#shared/base/schema.ts";

/** What is read from the pages of an item; the first seven are fields of its record. */
export const readFields = [
  "number",
  "symbol",
  "issuedDate",
  "type",
  "issuer",
  "subject",
  "signer",
  "place",
  "urgency",
  "secrecy",
] as const;

export type ReadField = (typeof readFields)[number];

/** The fields of an item's record that reading may fill. */
export const recordedFields = [
  "number",
  "symbol",
  "issuedDate",
  "type",
  "issuer",
  "subject",
  "signer",
] as const satisfies readonly ReadField[];

export type RecordedField = (typeof recordedFields)[number];

/** By what a value was found. */
export const readingWays = [
  "pattern",
  "loose-pattern",
  "heading",
  "symbol",
  "no-heading",
  "position",
  "known-name",
  "stamp",
] as const;

/** What speaks against a value, or keeps it from being certain. */
export const readingDoubts = [
  "faint",
  "digits-differ",
  "digits-unchecked",
  "not-a-day",
  "year-odd",
  "out-of-series",
  "not-known",
  "symbol-differs",
  "no-head",
] as const;

export type ReadingDoubt = (typeof readingDoubts)[number];

/** left, top, right, bottom in pixels of the upright page */
const boxSchema = Type.Tuple([Type.Number(), Type.Number(), Type.Number(), Type.Number()]);

export type PageBox = Static<typeof boxSchema>;

const foundSchema = Type.Object({
  /** In the form of the record's field: `1998-03-05`, `02`. */
  value: Type.String(),
  /** 0 to 1. */
  confidence: Type.Number({ minimum: 0, maximum: 1 }),
  boxes: Type.Array(boxSchema),
  /** The page it was found on. */
  pageId: Type.String(),
  how: Choice(readingWays),
  doubts: Type.Array(Choice(readingDoubts)),
});

/** A value found on a page, how sure it is, and where it stands. */
export type Found = Static<typeof foundSchema>;

/** The reading object of an item: what its first and last page say of it, as far as found. */
export const itemReadingSchema = Type.Object({
  version: Type.Literal(1),
  fields: Type.Partial(Type.Record(Choice(readFields), foundSchema)),
});

export type ItemReading = { version: 1; fields: Partial<Record<ReadField, Found>> };
