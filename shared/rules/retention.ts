import { type Static, Type } from "typebox";
import { Parse } from "typebox/value";
import type { ArchiveFile } from "#shared/archive/file.ts";
import {
  documentTypeCodes,
  documentTypeName,
  type DocumentTypeCode,
  retentionCodes,
  type RetentionCode,
} from "#shared/archive/codes.ts";
import { foldedWords } from "#shared/base/fold.ts";
import { Choice } from "#shared/base/schema.ts";
import table from "#resources/rules/retention.json" with { type: "json" };

const ruleSchema = Type.Object({
  /** A pattern on the folded words of a title, one space between. */
  about: Type.String(),
  /** Types whose items alone the rule fits too, whatever they are about. */
  types: Type.Optional(Type.Array(Choice(documentTypeCodes))),
  code: Choice(retentionCodes),
  /** Years to keep where the code is 07 (another period). */
  years: Type.Optional(Type.Integer()),
  /** The line of the schedule, as an official cites it. */
  basis: Type.String(),
});

/** The schedules of retention in force one after the other, as the data file gives them; dates `yyyy-mm-dd`. */
export const retentionSchema = Type.Object({
  name: Type.String(),
  version: Type.Integer(),
  schedules: Type.Array(
    Type.Object({
      source: Type.String(),
      from: Type.String(),
      to: Type.String(),
      rules: Type.Array(ruleSchema),
      /** The schedule whose classes hold on where this one has no line of its own. */
      continues: Type.Optional(Type.String()),
    }),
  ),
});

export type RetentionSchedules = Static<typeof retentionSchema>;

/** The schedules that come with the app. */
export const usualSchedules: RetentionSchedules = Parse(retentionSchema, table);

type Schedule = RetentionSchedules["schedules"][number];

/** A retention that a schedule suggests; `years` is 0 but where the code is 07. A person confirms it, nothing sets it. */
export type RetentionSuggestion = { code: RetentionCode; years: number; source: string; basis: string };

/** What a retention is suggested by: a title or subject, when its work ended (a record's date), and its type if it is one document. */
export type RetentionFacts = { title: string; endDate: string; type?: DocumentTypeCode };

/**
 * The retention that the schedule in force when the work ended gives to such a title; nothing where no line fits.
 * Without a date it is the schedule of the letter's years (TT 09/2011/TT-BNV; from 15/02/2023 TT 10/2022/TT-BNV).
 */
export function suggestRetention(
  { title, endDate, type = "" }: RetentionFacts,
  { schedules } = usualSchedules,
): RetentionSuggestion | undefined {
  // The subject of a document seldom repeats its type, which the lines of a schedule name.
  const words = foldedWords(`${documentTypeName(type)} ${title}`).join(" ");
  const first = schedules.find(({ to }) => to === "" || endDate === "" || endDate <= to);
  for (let schedule: Schedule | undefined = first; schedule; schedule = continued(schedules, schedule)) {
    const rule = schedule.rules.find(
      ({ about, types = [] }) => patternOf(about).test(words) || (type !== "" && types.includes(type)),
    );
    if (rule) return { code: rule.code, years: rule.years ?? 0, source: schedule.source, basis: rule.basis };
  }
  return undefined;
}

/**
 * Ids of files of another retention than permanent among files that are mostly permanent: submission to the historical
 * archive accepts permanent ones alone (TT 05/2025/TT-BNV). Files without a retention are not told.
 */
export function oddRetentions(files: readonly Pick<ArchiveFile, "id" | "retention">[]): string[] {
  const known = files.filter(({ retention }) => retention !== "");
  const others = known.filter(({ retention }) => retention !== "01");
  return others.length * 2 < known.length ? others.map(({ id }) => id) : [];
}

function continued(schedules: readonly Schedule[], { continues }: Schedule): Schedule | undefined {
  return continues === undefined ? undefined : schedules.find(({ source }) => source === continues);
}

const patterns = new Map<string, RegExp>();

function patternOf(source: string): RegExp {
  const known = patterns.get(source) ?? new RegExp(source);
  patterns.set(source, known);
  return known;
}
