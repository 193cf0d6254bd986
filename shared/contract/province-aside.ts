import { type Static, Type } from "typebox";
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
});

export type AsideRow = Static<typeof asideRowSchema>;

/** Rows put aside within the officer's scope, the latest 200 of each; `settled` are those that came right since. */
export const provinceAsideSchema = Type.Object({
  held: Type.Object({ total: Type.Integer(), rows: Type.Array(asideRowSchema) }),
  refused: Type.Object({ total: Type.Integer(), rows: Type.Array(asideRowSchema) }),
  settled: Type.Integer(),
});

export type ProvinceAside = Static<typeof provinceAsideSchema>;

/** Asked through the desk by a province officer. */
export const provinceAsideCalls = {
  "province.aside": { input: Type.Object({}), output: provinceAsideSchema },
} as const;
