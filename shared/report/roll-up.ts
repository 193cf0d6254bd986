import { dayAfter, momentInVietnam } from "#shared/base/vietnam-time.ts";
import type { ArrivedReport, RolledUp, RollUp } from "#shared/report/arrived.ts";
import { checkReport } from "#shared/report/check-report.ts";
import { cameLate, reportHours } from "#shared/report/due.ts";
import { sumRows } from "#shared/report/sum-rows.ts";

type District = { scope: string; name: string };

/**
 * All districts' reports of a day as the province knew them at a moment. Of each district the latest version counts;
 * of one version the report that came first. A district that has not reported keeps the totals of its last report,
 * and nothing of the day.
 */
export function rollUp(
  districts: readonly District[],
  arrived: readonly ArrivedReport[],
  day: string,
  at: number,
): RollUp {
  const known = arrived.filter((report) => report.arrivedAt <= at && report.day <= day);
  const rows = districts.map(({ scope, name }): RolledUp => {
    const own = known.filter(({ district }) => district === scope);
    const { chosen: report, beside } = chooseOf(own, day);
    const earlier = [...new Set(own.map((one) => one.day))]
      .filter((one) => one < day)
      .sort()
      .flatMap((one) => chooseOf(own, one).chosen ?? []);
    const last = earlier.at(-1);
    const source = report ?? last;
    const unit = { unit: scope, name, level: "district" } as const;
    const summed = sumRows(source?.rows ?? [], unit);
    const total = report ? summed : { ...summed, today: { files: 0, items: 0, pages: 0 } };
    const first = own.filter((one) => one.day === day).map((one) => one.arrivedAt);
    return {
      district: scope,
      name,
      state: report ? (cameLate(day, Math.min(...first)) ? "late" : "reported") : "missing",
      report: report ?? null,
      figuresOf: source?.day ?? "",
      total,
      beside,
      findings: report
        ? checkReport(
            report.by === "message" ? [total] : report.rows,
            earlier.slice(-5).map((one) => ({
              rows: report.by === "message" ? [sumRows(one.rows, unit)] : one.rows,
              dayBefore: one.day === dayAfter(day, -1),
            })),
          )
        : [],
      corrected: correctionsOf(own, dayAfter(day, -1)),
    };
  });
  const total = sumRows(
    rows.map((row) => row.total),
    { unit: districts[0]?.scope.split(".")[0] ?? "", name: "", level: "district" },
  );
  return { day, at, rows, total };
}

/** The report of a day that counts, and those of its version that stand beside it. */
function chooseOf(own: readonly ArrivedReport[], day: string) {
  const sorted = own
    .filter((report) => report.day === day)
    .sort((one, other) => other.version - one.version || one.arrivedAt - other.arrivedAt);
  const [first] = sorted;
  if (!first) return { chosen: undefined, beside: [] };
  const same = sorted.filter(({ version }) => version === first.version);
  // A message and the report it stands for are one; the report has the rows.
  const whole = same.find(({ by, digestStart }) => by === "sync" && digestStart === first.digestStart);
  const chosen = first.by === "message" && whole ? whole : first;
  return { chosen, beside: same.filter(({ digestStart }) => digestStart !== chosen.digestStart) };
}

/** Versions of a day that came after the day was rolled up. */
function correctionsOf(own: readonly ArrivedReport[], day: string): RolledUp["corrected"] {
  const closed = momentInVietnam(day, reportHours.rolledUp);
  const of = (report: ArrivedReport) => report.rows.reduce((sum, row) => sum + row.captured.pages, 0);
  const before = chooseOf(
    own.filter((report) => report.arrivedAt <= closed),
    day,
  ).chosen;
  return own
    .filter((report) => report.day === day && report.arrivedAt > closed)
    .filter((report) => report.version > (before?.version ?? 0))
    .sort((one, other) => one.version - other.version)
    .map((report) => ({
      day,
      version: report.version,
      reason: report.reason,
      pages: of(report),
      was: before ? of(before) : 0,
    }));
}
