import { type Static, Type } from "typebox";
import { Parse } from "typebox/value";
import { dueSteps } from "#shared/archive/batch-due.ts";
import { roles, roleSchema } from "#shared/archive/role.ts";
import { Choice } from "#shared/base/schema.ts";
import table from "#resources/rules/batch-steps.json" with { type: "json" };
import { milestoneNames } from "./milestones.ts";

/** A day (`yyyy-mm-dd`), or the milestone whose day it is. */
const daySchema = Type.Union([Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" }), Choice(milestoneNames)]);

/** Points at which all files of a batch can have to be before any goes on: counted in, captured, or checked. */
export const barrierAsks = ["counted", "captured", "checked"] as const;

export type BarrierAsk = (typeof barrierAsks)[number];

/** What a center says of a step: its own name for it, which of the roles take it, or that it is left out of the way. */
const ownStepProperties = {
  step: Choice(dueSteps),
  name: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
  roles: Type.Optional(Type.Array(roleSchema, { minItems: 1, maxItems: roles.length })),
  omitted: Type.Optional(Type.Boolean()),
};

const ownStepSchema = Type.Object(ownStepProperties);

export type OwnStep = Static<typeof ownStepSchema>;

/** The steps of a batch as a center works by them: a data file with its version and source. */
export const batchStepListSchema = Type.Object({
  version: Type.Integer({ minimum: 1 }),
  source: Type.String({ minLength: 1, maxLength: 500 }),
  /** For how many hours a person who took work on holds it, unless they let it go. */
  claimHours: Type.Optional(Type.Integer({ minimum: 1, maximum: 720 })),
  steps: Type.Array(
    Type.Object({
      ...ownStepProperties,
      /** The barrier before it; a checker goes past it with a written reason. */
      asks: Type.Optional(Type.Array(Choice(barrierAsks), { maxItems: barrierAsks.length })),
      /** Who has to be ready for it before any takes it, where that is more than the batch: all batches of its fonds. */
      together: Type.Optional(Type.Literal("fonds")),
      /** The last day for batches of a district and of a commune; without one the step is due at no day. */
      due: Type.Optional(
        Type.Object({ district: Type.Optional(daySchema), commune: Type.Optional(daySchema) }),
      ),
    }),
    { maxItems: dueSteps.length },
  ),
  /** What single centers say otherwise: those within a unit, the nearest unit first. */
  centres: Type.Optional(
    Type.Array(
      Type.Object({
        scope: Type.String({ minLength: 2, maxLength: 20 }),
        steps: Type.Array(ownStepSchema, { maxItems: dueSteps.length }),
      }),
      { maxItems: 200 },
    ),
  ),
});

export type BatchStepList = Static<typeof batchStepListSchema>;

/** A list as it is edited, before the province gives it its version. */
export const editedStepsSchema = Type.Omit(batchStepListSchema, ["version"]);

export type EditedSteps = Static<typeof editedStepsSchema>;

/** The list that comes with the app. */
export const usualSteps: BatchStepList = Parse(batchStepListSchema, table);

/** For how many hours work that was taken on is held, where the list does not say. */
const usualClaimHours = 72;

/** For how many hours a person who took work on holds it under a list of steps. */
export function claimHoursOf({ claimHours = usualClaimHours }: BatchStepList): number {
  return claimHours;
}
