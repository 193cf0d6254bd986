import type { ReportRow } from "#shared/archive/report-row.ts";
import { dayAfter, momentInVietnam } from "#shared/base/vietnam-time.ts";
import { checkReport, type Finding } from "#shared/report/check-report.ts";
import { cameLate, reportHours } from "#shared/report/due.ts";
import { sumRows } from "#shared/report/sum-rows.ts";

/** A report as it reached the province: by sync, parcel or file with its rows, or by message with its total alone. */
export type ArrivedReport = {
  id: string;
  district: string;
  day: string;
  version: number;
  /** When the province had it, milliseconds since 1970: its own clock, not the desk's. */
  arrivedAt: number;
  asOf: string;
  madeAt: string;
  madeBy: string;
  reason: string;
  remark: string;
  scanners: number;
  people: number;
  difficulties: readonly string[];
  by: "sync" | "message";
  digestStart: string;
  rows: readonly ReportRow[];
};

export type RolledUp = {
  district: string;
  name: string;
  /** `missing`: none of this day in time; its totals are those of `figuresOf`, its day is empty. */
  state: "reported" | "late" | "missing";
  report: ArrivedReport | undefined;
  /** The day whose figures stand here; empty where there never was a report. */
  figuresOf: string;
  total: ReportRow;
  /** Another report of the same version that came later, from another desk: it does not count until one is corrected. */
  beside: ArrivedReport[];
  findings: Finding[];
  /** How the figures of the day before were changed since they were rolled up: version by version, with the reasons. */
  corrected: { day: string; version: number; reason: string; pages: number; was: number }[];
};

export type RollUp = { day: string; at: number; rows: RolledUp[]; total: ReportRow };

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
      report,
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
