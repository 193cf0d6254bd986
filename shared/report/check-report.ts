import { type Static, Type } from "typebox";
import type { ReportRow } from "#shared/archive/report-row.ts";
import { Choice } from "#shared/base/schema.ts";

export const findingCodes = [
  "shrank",
  "jumped",
  "parts-differ",
  "more-than-listed",
  "more-than-before-it",
  "day-differs",
] as const;

/** A figure of a report that cannot be, or is not likely: of which unit, what, and the two numbers that disagree. */
export const findingSchema = Type.Object({
  code: Choice(findingCodes),
  unit: Type.String(),
  figure: Type.String(),
  is: Type.Integer(),
  against: Type.Integer(),
});

export type Finding = Static<typeof findingSchema>;

/** Pages in a day that are no jump, however few there were before. */
const usualDay = 2000;
/** How many times the best of the days before a day may be. */
const jump = 4;

const growing = {
  handedOver: (row: ReportRow) => row.handedOver.files,
  captured: (row: ReportRow) => row.captured.items,
  capturedPages: (row: ReportRow) => row.captured.pages,
  checked: (row: ReportRow) => row.checked,
  signed: (row: ReportRow) => row.signed,
  packed: (row: ReportRow) => row.packed,
  sent: (row: ReportRow) => row.sent,
};

/**
 * What is not plausible in the rows of a report beside those of the reports before it, the latest last: a total that
 * shrank, a day far above all before, parts that do not make their sum, more of a step than of the one it needs.
 */
export function checkReport(
  rows: readonly ReportRow[],
  before: readonly { rows: readonly ReportRow[]; dayBefore: boolean }[],
): Finding[] {
  const found: Finding[] = [];
  for (const row of rows) {
    const say = (code: Finding["code"], figure: string, is: number, against: number) =>
      found.push({ code, unit: row.unit, figure, is, against });
    const rowIn = (report: { rows: readonly ReportRow[] } | undefined) =>
      report?.rows.find(({ unit }) => unit === row.unit);
    const last = before.at(-1);
    const lastRow = rowIn(last);
    if (lastRow) {
      for (const [figure, read] of Object.entries(growing)) {
        if (read(row) < read(lastRow)) say("shrank", figure, read(row), read(lastRow));
      }
      const grown = row.captured.pages - lastRow.captured.pages;
      if (last?.dayBefore && grown >= 0 && grown !== row.today.pages)
        say("day-differs", "today", row.today.pages, grown);
    }
    const best = Math.max(0, ...before.map((report) => rowIn(report)?.today.pages ?? 0));
    if (before.length > 0 && row.today.pages > Math.max(usualDay, best * jump))
      say("jumped", "today", row.today.pages, best);
    const grouped = row.groups.reduce((sum, count) => sum + count, 0);
    if (grouped !== row.captured.items) say("parts-differ", "groups", grouped, row.captured.items);
    if (row.captured.files > row.listed.files)
      say("more-than-listed", "capturedFiles", row.captured.files, row.listed.files);
    if (row.handedOver.files > row.listed.files)
      say("more-than-listed", "handedOver", row.handedOver.files, row.listed.files);
    if (row.today.items > row.captured.items)
      say("more-than-before-it", "today", row.today.items, row.captured.items);
    if (row.sent > row.packed) say("more-than-before-it", "sent", row.sent, row.packed);
    if (row.packed > row.captured.files) say("more-than-before-it", "packed", row.packed, row.captured.files);
  }
  return found;
}
