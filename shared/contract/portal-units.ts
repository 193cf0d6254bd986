import { type Static, Type } from "typebox";
import { successorSchema } from "#shared/archive/successor.ts";
import { unitSchema } from "#shared/archive/unit.ts";
import { Choice, Said } from "#shared/base/schema.ts";
import { unitFaultCodes } from "#shared/rules/judge-unit-change.ts";
import { unitAmendmentSchema, unitChangeSchema, unitReasonSchema } from "#shared/rules/unit-amendment.ts";

const count = Type.Integer({ minimum: 0 });

const day = Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" });

const faults = Type.Array(Type.Object({ code: Choice(unitFaultCodes), about: Type.String() }));

/**
 * How a change stands that was decided ahead: `planned` until its day; `stuck` where the day came and it does not fit
 * the tables, so that it changes nothing; `withdrawn` by a person before it was in force.
 */
export const plannedStates = ["planned", "stuck", "withdrawn"] as const;

/** A change that was decided ahead of its day and is not in force. */
const plannedChangeSchema = Type.Object({
  place: Type.Integer({ minimum: 1 }),
  /** The day from which it is to be in force. */
  due: day,
  state: Choice(plannedStates),
  /** `at` and `by` tell when it was decided, and by whom. */
  ...Type.Omit(unitAmendmentSchema, ["number"]).properties,
  /** What it would meet as things are decided now. */
  faults,
  formerName: Type.String(),
  withdrawn: Type.Optional(Type.Object({ at: Type.String(), by: Type.String(), reason: Type.String() })),
});

export type ShownPlan = Static<typeof plannedChangeSchema>;

/** The units of before and of today, what became what, and the province's amendments, the latest first. */
export const portalUnitsSchema = Type.Object({
  units: Type.Array(unitSchema),
  after: Type.Array(unitSchema),
  successors: Type.Array(successorSchema),
  /** Each with its faults where it does not fit the tables of this version of the program: it changes nothing then. */
  amendments: Type.Array(
    Type.Object({
      ...unitAmendmentSchema.properties,
      faults,
      /** What the unit was called before, where its name was put right; empty where nothing was. */
      formerName: Type.String(),
    }),
  ),
  /** Those decided ahead in the order of their days, then those that were withdrawn, the latest first. */
  planned: Type.Array(plannedChangeSchema),
  /** How many steps were taken with what is decided ahead: decided, withdrawn, come into force. */
  plannedSteps: count,
});

export type PortalUnits = Static<typeof portalUnitsSchema>;

/** What an amendment would do to what is found. */
export const amendmentEffectSchema = Type.Object({
  /** Records that would be found under other communes of today, by the unit they come from. */
  moved: Type.Array(
    Type.Object({
      unitName: Type.String(),
      from: Type.Array(Type.String()),
      to: Type.Array(Type.String()),
      files: count,
      items: count,
    }),
  ),
  /** Records whose unit, or one above it, would be called otherwise. */
  renamed: count,
  /** People of the portal whose commune would be no more. */
  readers: count,
});

export type AmendmentEffect = Static<typeof amendmentEffectSchema>;

/** A change to be tried: nothing is written. */
export const triedChangeSchema = Type.Object({
  change: unitChangeSchema,
  /** The day from which a name is another one; the other kinds tell their days themselves. */
  on: Type.Optional(day),
});

/** What is wrong with a change, and what it would do where nothing is; `due` where its day is to come. */
export const triedAnswerSchema = Type.Object({
  faults,
  effect: Type.Optional(amendmentEffectSchema),
  due: Type.Optional(day),
});

export type TriedAnswer = Static<typeof triedAnswerSchema>;

/** An amendment to be published. */
export const newAmendmentSchema = Type.Object({
  ...triedChangeSchema.properties,
  ...unitReasonSchema.properties,
  /** How many amendments there were when its effect was shown. */
  seen: count,
  /** How many steps had been taken then with what is decided ahead: asked of what is decided ahead itself. */
  plannedSeen: Type.Optional(count),
});

/** The number of an amendment that is published; of one whose day is to come that day. */
export const publishedSchema = Type.Object({
  number: Type.Optional(Type.Integer({ minimum: 1 })),
  due: Type.Optional(day),
});

export type Published = Static<typeof publishedSchema>;

/** What was decided ahead is not to be, and why. */
export const withdrawnPlanSchema = Type.Object({ place: Type.Integer({ minimum: 1 }), reason: Said(500) });
