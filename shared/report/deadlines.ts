import type { ReportDeadline } from "#shared/archive/report.ts";
import type { ReportRow } from "#shared/archive/report-row.ts";
import { daysBetween } from "#shared/base/vietnam-time.ts";
import { dayOf, type Milestones } from "#shared/rules/milestones.ts";

/** The days that a report is measured against, by the milestones in force. */
export function deadlinesOf(milestones: Milestones): ReportDeadline[] {
  const days = [
    { of: "district" as const, before: dayOf("districtDocuments", milestones) },
    { of: "all" as const, before: dayOf("communeDocuments", milestones) },
  ];
  return days.filter(({ before }) => before !== "");
}

/** How the rows of a day's report stand to a deadline. */
export type ToDeadline = ReportDeadline & {
  pagesLeft: number;
  /** Days of work until it, the day itself included; 0 once it has passed. */
  daysLeft: number;
  /** Pages a day that it wants; nothing where no day is left. */
  pagesPerDay: number | undefined;
};

/** How many pages (A4) are left, and are wanted a day, until a deadline. */
export function toDeadline(
  rows: readonly Pick<ReportRow, "level" | "listed" | "captured">[],
  deadline: ReportDeadline,
  day: string,
): ToDeadline {
  const own = rows.filter(({ level }) => deadline.of === "all" || level === "district");
  const left = own.reduce((sum, { listed, captured }) => sum + listed.pages - captured.pages, 0);
  const pagesLeft = Math.max(0, left);
  const daysLeft = Math.max(0, daysBetween(day, deadline.before));
  const pagesPerDay = daysLeft === 0 ? undefined : Math.ceil(pagesLeft / daysLeft);
  return { ...deadline, pagesLeft, daysLeft, pagesPerDay };
}
