import { type Static, Type } from "typebox";
import { actReasonSchema } from "#shared/contract/portal-admin.ts";
import { portalUnitSchema } from "#shared/contract/portal.ts";
import { batchStepListSchema, editedStepsSchema } from "#shared/rules/batch-steps.ts";
import { milestonesSchema } from "#shared/rules/milestones.ts";
import { circularSchema, ruleFilesSchema } from "#shared/rules/rule-files.ts";

/** The rules in force as an administrator edits them, and by whom, when and why they were set. */
export const portalRulesSchema = Type.Object({
  /** 0 while the province has set none, and the app's own are in force. */
  version: Type.Integer({ minimum: 0 }),
  issuedAt: Type.String(),
  issuedBy: Type.String(),
  reason: Type.String(),
  circular: circularSchema,
  /** The data that no form edits, all of it. */
  files: ruleFilesSchema,
  milestones: milestonesSchema,
  batchSteps: batchStepListSchema,
  /** The units whose center may say of steps what holds for it alone. */
  units: Type.Array(portalUnitSchema),
  /** False for administrators of a part of the province: rules hold in all of it. */
  mayPublish: Type.Boolean(),
});

export type PortalRules = Static<typeof portalRulesSchema>;

/** New rules in place of those of the `expected` version, and why; what is not named stays. */
export const ruleChangeSchema = Type.Object({
  expected: Type.Integer({ minimum: 0 }),
  milestones: Type.Optional(milestonesSchema),
  /** The steps of batches; the list is given the next version. */
  steps: Type.Optional(editedStepsSchema),
  circular: Type.Optional(circularSchema),
  /** Data that takes the place of what is in force; each list of a later version than the one it replaces. */
  files: Type.Optional(ruleFilesSchema),
  ...actReasonSchema.properties,
});

export type RuleChange = Static<typeof ruleChangeSchema>;

/** The version under which rules were published. */
export const publishedRulesSchema = Type.Object({ version: Type.Integer({ minimum: 1 }) });
