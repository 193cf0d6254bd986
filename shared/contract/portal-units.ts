import { type Static, Type } from "typebox";
import { successorSchema } from "#shared/archive/successor.ts";
import { unitSchema } from "#shared/archive/unit.ts";
import { Choice } from "#shared/base/schema.ts";
import { unitFaultCodes } from "#shared/rules/judge-unit-change.ts";
import { unitAmendmentSchema, unitChangeSchema, unitReasonSchema } from "#shared/rules/unit-amendment.ts";

const count = Type.Integer({ minimum: 0 });

const faults = Type.Array(Type.Object({ code: Choice(unitFaultCodes), about: Type.String() }));

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
export const triedChangeSchema = Type.Object({ change: unitChangeSchema });

/** What is wrong with a change, and what it would do where nothing is. */
export const triedAnswerSchema = Type.Object({ faults, effect: Type.Optional(amendmentEffectSchema) });

export type TriedAnswer = Static<typeof triedAnswerSchema>;

/** An amendment to be published. */
export const newAmendmentSchema = Type.Object({
  ...triedChangeSchema.properties,
  ...unitReasonSchema.properties,
  /** How many amendments there were when its effect was shown. */
  seen: Type.Integer({ minimum: 0 }),
});

/** The number that a published amendment was given. */
export const publishedSchema = Type.Object({ number: Type.Integer({ minimum: 1 }) });
