import { makeRecord, type Stamp } from "#shared/archive/record.ts";
import type { Report } from "#shared/archive/report.ts";
import { nextBatchNumber } from "#shared/archive/batch-number.ts";
import { canonicalJson } from "#shared/base/canonical.ts";
import { digestOfText } from "#shared/base/digest.ts";
import { fail, ok, type Result } from "#shared/base/result.ts";
import { readMoment, writeMoment } from "#shared/base/moment.ts";
import { dayOfMoment } from "#shared/base/vietnam-time.ts";

/** What a report says: the figures counted at one moment, and what a person adds to them. */
export type ReportContent = Pick<
  Report,
  "rows" | "asOf" | "atSeq" | "heardAt" | "scanners" | "people" | "difficulties" | "remark" | "deadlines"
>;

export type ReportRefusal = "reason-missing" | "nothing-changed" | "day-over";

const frozen = [
  "scope",
  "day",
  "version",
  "number",
  "asOf",
  "atSeq",
  "heardAt",
  "madeAt",
  "madeBy",
  "rows",
  "scanners",
  "people",
  "difficulties",
  "remark",
  "deadlines",
  "reason",
] as const satisfies (keyof Report)[];

/** SHA-256 of all that a report says, in its canonical form. */
export function digestOfReport(report: Omit<Report, "digest">): string {
  return digestOfText(canonicalJson(Object.fromEntries(frozen.map((field) => [field, report[field]]))));
}

/** The reports of a unit's day that stand, the latest version last; of one version the one that was made first. */
export function versionsOf(reports: readonly Report[], scope: string, day: string): Report[] {
  return reports
    .filter((report) => report.scope === scope && report.day === day && report.withdrawn === "")
    .sort((one, other) => one.version - other.version || (one.madeAt < other.madeAt ? -1 : 1));
}

/**
 * The report of a unit, frozen: the first of its day, or a new version that corrects the one before, which wants a
 * reason and something that differs. Its day is that of its hour in Vietnam, which is never later than `now`.
 */
export function makeReport(
  content: ReportContent,
  made: {
    id: string;
    scope: string;
    /** Milliseconds since 1970. */
    now: number;
    by: string;
    reason: string;
    earlier: readonly Report[];
  },
  stamp: Stamp,
): Result<Report, ReportRefusal> {
  const { id, scope, now, by, reason, earlier } = made;
  const day = dayOfMoment(content.asOf);
  if (readMoment(content.asOf) > now) return fail("day-over");
  const before = versionsOf(earlier, scope, day).at(-1);
  if (before && reason.trim() === "") return fail("reason-missing");
  if (before && sameContent(before, content)) return fail("nothing-changed");
  const numbers = earlier.filter((report) => report.scope === scope).map(({ number }) => number);
  const fields = {
    id,
    scope,
    day,
    version: (before?.version ?? 0) + 1,
    number: before?.number ?? nextBatchNumber(numbers, day.slice(0, 4)),
    madeAt: writeMoment(now),
    madeBy: by,
    reason: before ? reason.trim() : "",
    ...content,
  };
  const record = makeRecord<Report>({ ...fields, digest: "" }, stamp);
  return ok({ ...record, digest: digestOfReport(record) });
}

function sameContent(report: Report, content: ReportContent): boolean {
  const said = (one: ReportContent) =>
    canonicalJson([one.rows, one.scanners, one.people, one.difficulties, one.remark.trim()]);
  return said(report) === said(content);
}
