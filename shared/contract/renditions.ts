import { type Static, Type } from "typebox";
import { namePracticeNames } from "#shared/archive/document-name.ts";
import { Choice } from "#shared/base/schema.ts";

export const packedSchema = Type.Object({
  /** The stored package; empty where there is nothing to pack. */
  digest: Type.String(),
  size: Type.Integer(),
  /** How many documents are in it, and how many listed ones are not: not made yet, or not on this machine. */
  documents: Type.Integer(),
  lacking: Type.Integer(),
  /** What the package is called when it is saved. */
  name: Type.String(),
});

export type Packed = Static<typeof packedSchema>;

export const renditionCalls = {
  /** Packs the PDF/A of a file or of a batch into one ZIP under their archive names; `renditions.progress` tells how far. */
  "renditions.pack": {
    input: Type.Object({
      of: Choice(["file", "batch"]),
      id: Type.String(),
      practice: Choice(namePracticeNames),
    }),
    output: packedSchema,
  },
} as const;

export const renditionProgressSchema = Type.Object({ done: Type.Integer(), total: Type.Integer() });
