import { type Static, Type } from "typebox";
import { formFormats, formWordsSchema, madeFormSchema } from "#shared/contract/forms.ts";
import { Choice } from "#shared/base/schema.ts";
import { normsSchema } from "#shared/report/cost.ts";

const pages = Type.Object({ all: Type.Integer(), poor: Type.Integer() });

export const costParts = ["all", "left"] as const;

export const costBasisSchema = Type.Object({
  scope: Type.String(),
  /** A4 equivalents: of all that is listed, or more where more was captured; and of what is still to be captured. */
  pages: Type.Object({ all: pages, left: pages }),
  files: Type.Integer(),
  /** Files in which no number of pages is listed and nothing is captured: they are in no sum. */
  unknownFiles: Type.Integer(),
  norms: normsSchema,
  /** True where the norms were changed on this machine. */
  own: Type.Boolean(),
});

export type CostBasis = Static<typeof costBasisSchema>;

/** The estimate of cost (dự toán): what there is to do, the norms, and its paper. */
export const costCalls = {
  "cost.read": { input: Type.Object({}), output: costBasisSchema },
  /** Keeps norms on this machine; nothing is those that came with the app. */
  "cost.setNorms": {
    input: Type.Object({ norms: Type.Union([normsSchema, Type.Null()]) }),
    output: Type.Object({}),
  },
  "cost.form": {
    input: Type.Object({ part: Choice(costParts), format: Choice(formFormats), words: formWordsSchema }),
    output: madeFormSchema,
  },
} as const;
