import { type Static, Type } from "typebox";
import { termLists } from "#shared/archive/term.ts";
import { Choice } from "#shared/base/schema.ts";

export const provinceTermSchema = Type.Object({
  id: Type.String(),
  scope: Type.String(),
  unitName: Type.String(),
  list: Choice(termLists),
  label: Type.String(),
  /** The same word in how many units that the officer may read, this one included. */
  units: Type.Integer(),
});

export type ProvinceTerm = Static<typeof provinceTermSchema>;

/** Words that wait for the province, at most 1000 of `waiting`; and the labels they can be merged into. */
export const provinceTermListSchema = Type.Object({
  terms: Type.Array(provinceTermSchema),
  waiting: Type.Integer(),
  accepted: Type.Array(Type.Object({ list: Choice(termLists), label: Type.String() })),
});

export type ProvinceTermList = Static<typeof provinceTermListSchema>;

/** What an officer decides on a word as it was looked at: it stands for `into`, or, where that is empty, it is accepted. */
export const termDecisionSchema = Type.Object({
  label: Type.String({ minLength: 1, maxLength: 200 }),
  into: Type.String({ maxLength: 200 }),
});

export type TermDecision = Static<typeof termDecisionSchema>;

/** How a word stands after it was to be decided on; `done` is false where it changed or was decided meanwhile. */
export const decidedTermSchema = Type.Object({ done: Type.Boolean() });

/** Asked through the desk by a province officer. */
export const provinceTermCalls = {
  "province.terms": { input: Type.Object({}), output: provinceTermListSchema },
  "province.decideTerm": {
    input: Type.Object({
      id: Type.String({ minLength: 1, maxLength: 40 }),
      ...termDecisionSchema.properties,
    }),
    output: decidedTermSchema,
  },
} as const;
