import { Type } from "typebox";
import { Choice } from "#shared/base/schema.ts";
import { formFormats, formWordsSchema, madeFormSchema } from "#shared/contract/forms.ts";
import { chaseStates } from "#shared/handover/chase-list.ts";

const chaseRowSchema = Type.Object({
  unit: Type.String(),
  name: Type.String(),
  listed: Type.Integer(),
  given: Type.Integer(),
  state: Choice(chaseStates),
  chased: Type.Boolean(),
  daysLate: Type.Integer(),
});

/** The communes of this desk's unit that have not handed over, against the day set for it. */
export const chaseCalls = {
  "chase.read": {
    input: Type.Object({}),
    output: Type.Object({
      /** `yyyy-mm-dd`, no longer in time itself; empty where no day is set. */
      before: Type.String(),
      /** From when those that did not are chased; empty where no day is set. */
      chaseFrom: Type.String(),
      today: Type.String(),
      rows: Type.Array(chaseRowSchema),
    }),
  },
  /** The list on paper or as a workbook; those that handed over everything are left out. */
  "chase.form": {
    input: Type.Object({ format: Choice(formFormats), words: formWordsSchema }),
    output: madeFormSchema,
  },
} as const;
