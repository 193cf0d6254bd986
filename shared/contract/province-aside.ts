import { type Static, Type } from "typebox";
import { Choice } from "#shared/base/schema.ts";
import { lackingContentSchema } from "#shared/contract/lacking-content.ts";
import { collectionSchema } from "#shared/replication/messages.ts";

/** A row that a machine sent and that is not in the province's store: it waits for another, or was refused. */
const asideRowSchema = Type.Object({
  collection: collectionSchema,
  id: Type.String(),
  /** What a person knows it by; empty where the row names nothing. */
  label: Type.String(),
  /** Who sent it: the machine by its name, and its unit. */
  device: Type.String(),
  unitName: Type.String(),
  /** `held`, or why it was refused as `RefusedRecord.code`. */
  code: Type.String(),
  detail: Type.String(),
  /** Since when (ISO 8601). */
  at: Type.String(),
  /** The kind of record that a held one waits for, and why that was refused; empty where it has not come. */
  waitsFor: Type.Optional(Type.Object({ collection: collectionSchema, code: Type.String() })),
  /** Of an acceptance that waits for content: what of it is not in the store. */
  lacks: Type.Optional(lackingContentSchema),
});

export type AsideRow = Static<typeof asideRowSchema>;

export const asideKinds = ["held", "refused"] as const;

export type AsideKind = (typeof asideKinds)[number];

/** The latest rows of each kind; or of one kind alone, and of that those after the place that `next` told. */
export const asideQuestionSchema = Type.Object({
  kind: Type.Optional(Choice(asideKinds)),
  after: Type.Optional(Type.String({ minLength: 1, maxLength: 2000 })),
});

export type AsideQuestion = Static<typeof asideQuestionSchema>;

/** At most 200 rows, the latest first; `next` is where those after them begin, empty at the end. */
const asideListSchema = Type.Object({
  total: Type.Integer(),
  rows: Type.Array(asideRowSchema),
  next: Type.Optional(Type.String()),
});

/** Rows put aside within the officer's scope, by their kind; `settled` are those that came right since. */
export const provinceAsideSchema = Type.Object({
  held: asideListSchema,
  refused: asideListSchema,
  settled: Type.Integer(),
});

export type ProvinceAside = Static<typeof provinceAsideSchema>;

/** Asked through the desk by a province officer. */
export const provinceAsideCalls = {
  "province.aside": { input: asideQuestionSchema, output: provinceAsideSchema },
} as const;
