import { Type } from "typebox";
import { collectionSchema } from "#shared/replication/messages.ts";
import { completenessSchema } from "#shared/completeness/count-batch.ts";
import { sealSchema } from "#shared/archive/decision.ts";
import { Choice } from "#shared/base/schema.ts";

/** A file of an accepted batch that is not as it was accepted, and those of its records that were written since. */
const differenceSchema = Type.Object({
  fileId: Type.String(),
  label: Type.String(),
  title: Type.String(),
  what: Choice(["changed", "missing", "added"]),
  written: Type.Array(
    Type.Object({
      collection: collectionSchema,
      id: Type.String(),
      label: Type.String(),
      by: Type.String(),
      /** ISO 8601. */
      at: Type.String(),
    }),
  ),
});

/** What is decided on batches, over the journal. */
export const decisionCalls = {
  /** How a batch stands at this moment, and the seal of what it holds. */
  "batches.seal": {
    input: Type.Object({ batchId: Type.String({ maxLength: 40 }) }),
    output: Type.Object({ completeness: completenessSchema, seal: sealSchema, records: Type.Integer() }),
  },
  /** Whether an accepted batch still is what was accepted; `sealed` is false where nothing was sealed. */
  "batches.verify": {
    input: Type.Object({ batchId: Type.String({ maxLength: 40 }) }),
    output: Type.Object({
      sealed: Type.Boolean(),
      digest: Type.String(),
      records: Type.Integer(),
      /** At most 100. */
      differences: Type.Array(differenceSchema),
      /** How many files differ in all. */
      total: Type.Integer(),
    }),
  },
} as const;
