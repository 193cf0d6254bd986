import { type Static, Type } from "typebox";
import { canonicalJson } from "#shared/base/canonical.ts";
import { fail, ok, type Result } from "#shared/base/result.ts";
import { packContentSchema, readPackContent, type RuleData } from "./pack.ts";
import { defaultRuleProfileName, type RuleProfileName, ruleProfileNameSchema } from "./profile-name.ts";

const { profiles, priorities, retention, quality } = packContentSchema.properties;

/** Data of the rules that no form edits: the fields that circulars ask for, orders of priority, retention, quality of scans. */
export const ruleFilesSchema = Type.Object(
  { profiles: Type.Optional(profiles), priorities, retention, quality },
  { additionalProperties: false },
);

export type RuleFiles = Static<typeof ruleFilesSchema>;

/** Which circular holds, and whether a machine may choose another. */
export const circularSchema = Type.Object({ profile: ruleProfileNameSchema, open: Type.Boolean() });

export type Circular = Static<typeof circularSchema>;

/** A list of the data. */
export type RuleFileName = RuleProfileName | "priorities" | "retention" | "quality";

/** A list that says something else than the one in force, and the versions of both. */
export type FileDifference = { of: "file"; name: RuleFileName; before: number; after: number };

/** The data in force, as a file that may be changed and given back. */
export function filesIn({ profiles, priorities, retention, quality }: RuleData): RuleFiles {
  return { profiles: Object.values(profiles), priorities, retention, quality };
}

/** The data in a value from outside, or what is wrong with it. */
export function readRuleFiles(value: unknown): Result<RuleFiles, string> {
  const given = typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
  const stranger = Object.keys(given).find((part) => !Object.hasOwn(ruleFilesSchema.properties, part));
  if (stranger !== undefined) return fail(`/${stranger}`);
  if (Object.keys(given).length === 0) return fail("/");
  const read = readPackContent({
    defaultProfile: defaultRuleProfileName,
    open: true,
    profiles: [],
    ...given,
  });
  return read.ok ? ok(given as RuleFiles) : fail(read.fault);
}

/** What of the data says something else than what is in force. */
export function fileDifferences(present: RuleFiles, files: RuleFiles): FileDifference[] {
  const known = new Map(listsIn(present).map(({ name, list }) => [name, list]));
  return listsIn(files).flatMap(({ name, list }) => {
    const before = known.get(name);
    if (before && canonicalJson(before) === canonicalJson(list)) return [];
    return { of: "file" as const, name, before: before?.version ?? 0, after: list.version };
  });
}

/** The data without the lists that say what is in force already. */
export function changedFiles(present: RuleFiles, files: RuleFiles): RuleFiles {
  const changed = new Set<string>(fileDifferences(present, files).map(({ name }) => name));
  const { profiles, ...lists } = files;
  const given = profiles?.filter(({ name }) => changed.has(name)) ?? [];
  return {
    ...Object.fromEntries(Object.entries(lists).filter(([name]) => changed.has(name))),
    ...(given.length > 0 && { profiles: given }),
  };
}

function listsIn({
  profiles = [],
  ...lists
}: RuleFiles): { name: RuleFileName; list: { version: number } }[] {
  const { priorities, retention, quality } = lists;
  return [
    ...profiles.map((profile) => ({ name: profile.name, list: profile })),
    ...(priorities ? [{ name: "priorities" as const, list: priorities }] : []),
    ...(retention ? [{ name: "retention" as const, list: retention }] : []),
    ...(quality ? [{ name: "quality" as const, list: quality }] : []),
  ];
}
