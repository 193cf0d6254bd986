import { Type } from "typebox";
import { Choice } from "#shared/base/schema.ts";
import { formFormats, formWordsSchema, madeFormSchema } from "#shared/contract/forms.ts";

/** What a unit is asked to bring for a batch that it handed over. */
export const shortageCalls = {
  /** The letter on paper or as a workbook; `before`: the day it is asked for, empty where none is set. */
  "batches.shortageLetter": {
    input: Type.Object({
      batchId: Type.String({ maxLength: 40 }),
      before: Type.String({ pattern: "^(\\d{4}-\\d{2}-\\d{2})?$" }),
      format: Choice(formFormats),
      words: formWordsSchema,
    }),
    output: madeFormSchema,
  },
} as const;
