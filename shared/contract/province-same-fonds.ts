import { type Static, Type } from "typebox";
import { fondsVerdicts, sameFondsReasons } from "#shared/archive/same-fonds.ts";
import { Choice } from "#shared/base/schema.ts";

const comparedSchema = Type.Object({
  id: Type.String(),
  code: Type.String(),
  archiveCode: Type.String(),
  name: Type.String(),
  dateSpan: Type.String(),
  scope: Type.String(),
  unitName: Type.String(),
  /** Files that are listed in it. */
  files: Type.Integer(),
});

const decidedSchema = Type.Object({
  verdict: Choice(fondsVerdicts),
  /** Which of the two is listed under the other; neither where they are different. */
  subject: Type.String(),
  into: Type.String(),
  why: Type.String(),
  by: Type.String(),
  /** ISO 8601. */
  at: Type.String(),
});

export const fondsPairSchema = Type.Object({
  one: comparedSchema,
  other: comparedSchema,
  /** Why they may be one; none where two were decided on that no rule proposes (any more). */
  reasons: Type.Array(Choice(sameFondsReasons)),
  /** The number of the last decision on the pair, which a new one names as seen; 0 for none. */
  seen: Type.Integer(),
  decided: Type.Optional(decidedSchema),
});

export type FondsPair = Static<typeof fondsPairSchema>;

/** Pairs of fonds within the officer's scope that wait for a decision, at most 500 of `waiting`; and the latest 200 decided on. */
export const fondsQueueSchema = Type.Object({
  pairs: Type.Array(fondsPairSchema),
  waiting: Type.Integer(),
  decided: Type.Array(fondsPairSchema),
});

export type FondsQueue = Static<typeof fondsQueueSchema>;

const id = Type.String({ minLength: 1, maxLength: 40 });

/** A decision on two fonds; a new one on the same pair takes the place of the one before, which stays on record. */
export const fondsDecisionSchema = Type.Object({
  subject: id,
  into: id,
  verdict: Choice(fondsVerdicts),
  why: Type.String({ minLength: 3, maxLength: 500, pattern: "\\S" }),
  seen: Type.Integer({ minimum: 0 }),
});

export type AskedFondsDecision = Static<typeof fondsDecisionSchema>;

/** `done` is false where somebody decided on the pair meanwhile. */
export const decidedFondsSchema = Type.Object({ done: Type.Boolean() });

/** Asked through the desk by a province officer. */
export const provinceSameFondsCalls = {
  "province.fondsQueue": { input: Type.Object({}), output: fondsQueueSchema },
  "province.decideFonds": { input: fondsDecisionSchema, output: decidedFondsSchema },
} as const;
