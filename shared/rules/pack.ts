import { type Static, Type } from "typebox";
import { Check, Errors } from "typebox/value";
import { fileSchema } from "#shared/archive/file.ts";
import { fondsSchema } from "#shared/archive/fonds.ts";
import { itemSchema } from "#shared/archive/item.ts";
import { termLists } from "#shared/archive/term.ts";
import { fail, ok, type Result } from "#shared/base/result.ts";
import { Choice } from "#shared/base/schema.ts";
import { type BatchStepList, batchStepListSchema, usualSteps } from "./batch-steps.ts";
import { captureQualitySchema, usualQuality } from "./capture-quality.ts";
import { letterMilestones, milestonesSchema } from "./milestones.ts";
import { faultInList } from "./own-steps.ts";
import { letterPriorities, priorityRulesSchema } from "./priority.ts";
import { ruleProfiles, ruleProfileSchema } from "./profile.ts";
import { type RuleProfileName, ruleProfileNameSchema } from "./profile-name.ts";
import { retentionSchema, usualSchedules } from "./retention.ts";
import { mostAmendments, unitAmendmentSchema } from "./unit-amendment.ts";

/** What an officer of the province sets: which profile holds, and the data files that replace the app's own. */
export const packContentSchema = Type.Object(
  {
    defaultProfile: ruleProfileNameSchema,
    /** True where each machine may choose another profile. */
    open: Type.Boolean(),
    profiles: Type.Array(ruleProfileSchema, { maxItems: 2 }),
    milestones: Type.Optional(milestonesSchema),
    priorities: Type.Optional(priorityRulesSchema),
    retention: Type.Optional(retentionSchema),
    quality: Type.Optional(captureQualitySchema),
    batchSteps: Type.Optional(batchStepListSchema),
  },
  { additionalProperties: false },
);

export type PackContent = Static<typeof packContentSchema>;

/** The rules that a province hands out to its machines; `version` grows by one with each change. */
export const rulePackSchema = Type.Object(
  {
    ...packContentSchema.properties,
    version: Type.Integer({ minimum: 1 }),
    issuedAt: Type.String({ minLength: 1, maxLength: 30 }),
    issuedBy: Type.String({ maxLength: 200 }),
  },
  { additionalProperties: false },
);

export type RulePack = Static<typeof rulePackSchema>;

/** A word of the province's lists; one that stands for another names it in `into`. */
export const knownTermSchema = Type.Object({
  list: Choice(termLists),
  label: Type.String({ minLength: 1, maxLength: 200 }),
  into: Type.String({ maxLength: 200 }),
});

export type KnownTerm = Static<typeof knownTermSchema>;

/** How many lists of steps of earlier packs are handed out beside the present one, the latest. */
export const keptStepLists = 20;

/** What a province gives a desk that asks for its rules; no pack while none was set. */
export const provinceRulesSchema = Type.Object({
  pack: Type.Union([rulePackSchema, Type.Null()]),
  terms: Type.Array(knownTermSchema, { maxItems: 20_000 }),
  /** Lists of steps of earlier packs, under which steps may still come; provinces of earlier versions give none. */
  stepLists: Type.Optional(Type.Array(batchStepListSchema, { maxItems: keptStepLists })),
  /** The province's amendments of the tables of units, in their order; absent while there is none. */
  units: Type.Optional(Type.Array(unitAmendmentSchema, { maxItems: mostAmendments })),
});

export type ProvinceRules = Static<typeof provinceRulesSchema>;

/** The data that the rules are read from. */
export const ruleDataSchema = Type.Object({
  profiles: Type.Object({ "TT02-2019": ruleProfileSchema, "TT05-2025": ruleProfileSchema }),
  milestones: milestonesSchema,
  priorities: priorityRulesSchema,
  retention: retentionSchema,
  quality: captureQualitySchema,
  batchSteps: batchStepListSchema,
});

export type RuleData = Static<typeof ruleDataSchema>;

/** The data that comes with the app. */
export const bundledRules: RuleData = {
  profiles: ruleProfiles,
  milestones: letterMilestones,
  priorities: letterPriorities,
  retention: usualSchedules,
  quality: usualQuality,
  batchSteps: usualSteps,
};

/** The app's own data with what a pack brings in its place; an older version of a file is not gone back to. */
export function rulesUnder(pack: PackContent | undefined): RuleData {
  if (!pack) return bundledRules;
  const newer = <File extends { version: number }>(own: File, given: File | undefined): File =>
    given && given.version >= own.version ? given : own;
  const profileOf = (name: RuleProfileName) =>
    newer(
      ruleProfiles[name],
      pack.profiles.find((profile) => profile.name === name),
    );
  return {
    profiles: { "TT02-2019": profileOf("TT02-2019"), "TT05-2025": profileOf("TT05-2025") },
    milestones: pack.milestones ?? letterMilestones,
    priorities: newer(letterPriorities, pack.priorities),
    retention: newer(usualSchedules, pack.retention),
    quality: newer(usualQuality, pack.quality),
    batchSteps: newer(usualSteps, pack.batchSteps),
  };
}

/** The list of steps of a version, where the rules that a province gave tell it: the pack's, an earlier one, the app's. */
export function stepListIn(rules: ProvinceRules | undefined, version: number): BatchStepList | undefined {
  const known = [rules?.pack?.batchSteps ?? [], rules?.stepLists ?? [], usualSteps].flat();
  return known.find((list) => list.version === version);
}

/** The pack of rules in a value from outside, or what is wrong with it. */
export function readRulePack(value: unknown): Result<RulePack, string> {
  if (Check(rulePackSchema, value)) return refuseContent(value) ?? ok(value);
  const [first] = Errors(rulePackSchema, value);
  return fail(first ? `${first.instancePath} ${first.message}` : "not a pack of rules");
}

/** The content of a pack in a value from outside, or what is wrong with it. */
export function readPackContent(value: unknown): Result<PackContent, string> {
  if (Check(packContentSchema, value)) return refuseContent(value) ?? ok(value);
  const [first] = Errors(packContentSchema, value);
  return fail(first ? `${first.instancePath} ${first.message}` : "not the content of a pack");
}

const fieldsOf = {
  fonds: fondsSchema.properties,
  files: fileSchema.properties,
  items: itemSchema.properties,
} as const;

const longestPattern = 2000;

/** What no schema says: profiles of fields that records have, each once, and patterns that can be read. */
function refuseContent(content: PackContent): ReturnType<typeof fail<string>> | undefined {
  const fault = content.batchSteps && faultInList(content.batchSteps, usualSteps.version);
  if (fault !== undefined) return fail(`/batchSteps: ${fault}`);
  const { from = "", before = "9" } = content.milestones?.campaign ?? {};
  if (from >= before) return fail("/milestones: the campaign ends before it begins");
  const names = content.profiles.map(({ name }) => name);
  if (new Set(names).size < names.length) return fail("a profile is given twice");
  for (const profile of content.profiles) {
    for (const kind of ["fonds", "files", "items"] as const) {
      const stranger = Object.keys(profile[kind]).find((field) => !Object.hasOwn(fieldsOf[kind], field));
      if (stranger !== undefined) return fail(`/profiles: ${profile.name} has no field ${kind}.${stranger}`);
    }
  }
  const patterns = [
    ...(content.priorities?.groups ?? []).flatMap(({ title, about = "", unless = "" }) => [
      title,
      about,
      unless,
    ]),
    ...(content.retention?.schedules ?? []).flatMap(({ rules }) => rules.map(({ about }) => about)),
  ];
  const bad = patterns.find((pattern) => !isPattern(pattern));
  return bad === undefined ? undefined : fail(`not a pattern: ${bad.slice(0, 60)}`);
}

function isPattern(source: string): boolean {
  if (source.length > longestPattern) return false;
  try {
    new RegExp(source);
    return true;
  } catch {
    return false;
  }
}
