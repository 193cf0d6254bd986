import { type Static, Type } from "typebox";
import { recordFields } from "#shared/archive/record.ts";
import { Choice, Text } from "#shared/base/schema.ts";

/** The collections of whose records people may have written one field apart from each other. */
export const conflictSubjects = [
  "fonds",
  "batches",
  "files",
  "items",
  "pages",
  "exclusions",
  "groups",
  "boxes",
  "terms",
] as const;

export type ConflictSubject = (typeof conflictSubjects)[number];

/** One of the two values: as JSON, who wrote it on which device, and its clock. */
export const conflictSideSchema = Type.Object({
  value: Type.String({ maxLength: 130_000 }),
  clock: Text(60),
  /** Empty where it is not known. */
  by: Text(200),
  deviceId: Text(40),
});

export type ConflictSide = Static<typeof conflictSideSchema>;

/** `open`: waits for a person; `settled`: a person has chosen. */
export const conflictStandings = ["open", "settled"] as const;

/** What was chosen: the value that came to the province first, the one that came second, or another. */
export const conflictChoices = ["", "first", "second", "other"] as const;

/**
 * Two values of one field, each written without knowledge of the other. The record itself holds the one written
 * later; here both are kept until a person has looked, and ever after.
 */
export const conflictSchema = Type.Object({
  ...recordFields,
  subject: Choice(conflictSubjects),
  subjectId: Type.String({ minLength: 1, maxLength: 40 }),
  field: Type.String({ minLength: 1, maxLength: 60 }),
  /** The two values in the order in which the province came to know them. */
  sides: Type.Array(conflictSideSchema, { minItems: 2, maxItems: 2 }),
  standing: Choice(conflictStandings),
  choice: Choice(conflictChoices),
  settledAt: Text(30),
  settledBy: Text(200),
  reason: Text(500),
});

export type Conflict = Static<typeof conflictSchema>;
