import { Type } from "typebox";
import { shortestJustification } from "#shared/archive/check.ts";
import { Choice } from "#shared/base/schema.ts";
import { explainedGapSchema, gapKinds, gapSchema } from "#shared/completeness/gap.ts";
import { matrixPlaceSchema } from "#shared/contract/completeness.ts";

/** A gap with what names it: its fonds, and of leaves the code and title of the file. */
const gapRowSchema = Type.Object({
  ...explainedGapSchema.properties,
  fondsCode: Type.String(),
  label: Type.String(),
  title: Type.String(),
});

/** How many numbers lack without a reason, and how many with one. */
const gapTotalsSchema = Type.Object({ open: Type.Integer(), explained: Type.Integer() });

const gapsSchema = Type.Object({
  totals: Type.Object({ box: gapTotalsSchema, file: gapTotalsSchema, leaf: gapTotalsSchema }),
  /** Of the kind asked for; those without a reason first. */
  rows: Type.Array(gapRowSchema),
  /** How many gaps of that kind there are in all. */
  total: Type.Integer(),
});

/** Numbers of boxes, files and leaves that lack in their rows, and why. */
export const gapCalls = {
  /** Of all below a place of the matrix; within one box or file, those of leaves alone. Without a place the own unit. */
  "matrix.gaps": {
    input: Type.Object({
      place: Type.Union([matrixPlaceSchema, Type.Null()]),
      kind: Choice(gapKinds),
      from: Type.Integer({ minimum: 0 }),
      limit: Type.Integer({ minimum: 0, maximum: 100 }),
    }),
    output: gapsSchema,
  },
  /** Of a batch: gaps beside what is in it, that nothing of the fonds fills; at most 500. */
  "batches.gaps": {
    input: Type.Object({ batchId: Type.String({ maxLength: 40 }) }),
    output: Type.Object({ gaps: Type.Array(gapRowSchema) }),
  },
  /** Says why numbers lack; on the disk when answered. It is taken back as a note is: by who wrote it, with a reason. */
  "gaps.explain": {
    input: Type.Object({
      gap: gapSchema,
      why: Type.String({ minLength: shortestJustification, maxLength: 500 }),
    }),
    output: Type.Object({}),
  },
} as const;
