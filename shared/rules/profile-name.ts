import { Choice } from "#shared/base/schema.ts";

/** The circulars whose fields can be asked for. */
const ruleProfileNames = ["TT02-2019", "TT05-2025"] as const;

export type RuleProfileName = (typeof ruleProfileNames)[number];

export const ruleProfileNameSchema = Choice(ruleProfileNames);

/** The profile in force where none is set: its fields hold those of the older one. */
export const defaultRuleProfileName: RuleProfileName = "TT05-2025";
