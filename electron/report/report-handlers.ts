import type { Profile } from "#shared/archive/profile.ts";
import type { Report } from "#shared/archive/report.ts";
import type { ReportRow } from "#shared/archive/report-row.ts";
import type { Unit } from "#shared/archive/unit.ts";
import { dayAfter } from "#shared/base/vietnam-time.ts";
import type { CallOutput, DeskHandlers } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { DefectsNow, ReportDraft, reportCalls } from "#shared/contract/reports.ts";
import { dailyReport, rolledUpReport } from "#shared/forms/daily-report.ts";
import { signText } from "#shared/node/keys.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import type { RollUp } from "#shared/report/arrived.ts";
import { checkReport } from "#shared/report/check-report.ts";
import { deadlinesOf } from "#shared/report/deadlines.ts";
import { reportDue, reportExpected, statedMoment } from "#shared/report/due.ts";
import { makeReport, versionsOf } from "#shared/report/make-report.ts";
import { campaignOf, type Milestones } from "#shared/rules/milestones.ts";
import { writeShortText } from "#shared/report/short-text.ts";
import { totalOf } from "#shared/report/sum-rows.ts";
import type { Journal } from "#electron/journal/journal.ts";
import type { DeviceKeys } from "#electron/secrets/device-keys.ts";
import { readReports } from "./read-reports.ts";
import { writeReportForm } from "./write-report-form.ts";

type Handlers = Omit<Pick<DeskHandlers, keyof typeof reportCalls>, "reports.figure">;

/** The rows of a unit and those below it as of one entry of the journal; `today` are captured on the day named. */
export type CountRows = (
  scope: string,
  day: string,
) => Promise<{ rows: ReportRow[]; defects: DefectsNow; atSeq: number }>;

export type ReportOptions = {
  journal: Journal;
  objects: ObjectStore;
  resources: string;
  units: readonly Unit[];
  profile: () => Profile | null;
  deviceId: () => string;
  countRows: CountRows;
  /** When the desk last had all that others wrote, and how far its clock is ahead of the province's (ms). */
  heard: () => Promise<{ at: string; aheadMs: number }>;
  keys: () => Promise<DeviceKeys>;
  rollUp: (day: string) => Promise<RollUp>;
  rules: () => { milestones: Milestones };
  now: () => number;
  newId: () => string;
};

/** Drafts that were shown and may be frozen as they were; older ones are counted anew. */
const draftsKept = 4;
const daysOfHistory = 60;

/** The daily report: its figures now, its freezing, its forms and its message; and the province's of all districts. */
export function reportHandlers(options: ReportOptions): Handlers {
  const { journal, objects, resources, units, profile, countRows, heard, now } = options;
  const drafts = new Map<number, ReportDraft>();

  const own = (): Profile => {
    const set = profile();
    if (!set) throw new DeskFault("not-set-up");
    return set;
  };
  const unitName = (scope: string) => units.find((unit) => unit.scope === scope)?.name ?? scope;
  const find = (id: string): Report => {
    const report = journal.read("reports", id);
    if (!report) throw new DeskFault("not-found", { detail: `report ${id}` });
    return report;
  };

  return {
    async "reports.due"() {
      const { scope } = own();
      const { aheadMs } = await heard();
      const { day } = statedMoment(now(), aheadMs);
      const reports = readReports(journal, scope).filter(({ withdrawn }) => withdrawn === "");
      const days = reports.map((report) => report.day);
      const due = reportDue(now(), days.includes(day), aheadMs);
      const counts =
        due.state === "done" || reportExpected(day, days, campaignOf(options.rules().milestones));
      return counts ? due : { ...due, state: "quiet" };
    },
    async "reports.draft"() {
      const { scope } = own();
      const { at: heardAt, aheadMs } = await heard();
      const { day, asOf } = statedMoment(now(), aheadMs);
      const { rows, defects, atSeq } = await countRows(scope, day);
      const reports = readReports(journal, scope);
      const made = versionsOf(reports, scope, day);
      const before = lastOfDays(reports, scope, day);
      const draft: ReportDraft = {
        ...{ scope, day, asOf, atSeq, heardAt, rows, defects, made },
        due: reportDue(now(), made.length > 0, aheadMs),
        findings: checkReport(
          rows,
          before
            .slice(-5)
            .map((report) => ({ rows: report.rows, dayBefore: report.day === dayAfter(day, -1) })),
        ),
        history: before.map((report) => ({ day: report.day, pages: totalOf(report).today.pages })),
      };
      drafts.set(atSeq, draft);
      for (const old of [...drafts.keys()].slice(0, -draftsKept)) drafts.delete(old);
      return draft;
    },
    async "reports.make"({ atSeq, reason, ...said }): Promise<CallOutput<"reports.make">> {
      const { scope, name } = own();
      const draft = drafts.get(atSeq);
      if (draft?.scope !== scope) return { refused: "figures-gone" };
      const { rows, asOf, heardAt } = draft;
      const { aheadMs } = await heard();
      const made = makeReport(
        { rows, asOf, atSeq, heardAt, ...said, deadlines: deadlinesOf(options.rules().milestones) },
        {
          ...{ id: options.newId(), scope, by: name, reason, earlier: readReports(journal, scope) },
          now: now() - aheadMs,
        },
        journal.stamp(name),
      );
      if (!made.ok) return { refused: made.fault };
      journal.write("reports", [made.value], "desk");
      return { report: made.value };
    },
    "reports.list"() {
      const { scope } = own();
      const reports = readReports(journal, scope).filter(({ withdrawn }) => withdrawn === "");
      const latestFirst = (one: Report, other: Report) =>
        one.day === other.day ? other.version - one.version : one.day < other.day ? 1 : -1;
      return { reports: reports.sort(latestFirst).slice(0, 200) };
    },
    async "reports.form"({ id, format, words }) {
      const report = find(id);
      const lists = dailyReport(report, unitName(report.scope), words);
      const name = `bao-cao-ngay-${report.day}-${report.number}-v${report.version}`;
      return writeReportForm({ objects, resources, lists, format, name, madeAt: now() });
    },
    async "reports.message"({ id }) {
      const report = find(id);
      const keys = await options.keys();
      return {
        text: writeShortText(report, options.deviceId(), (body) => signText("report", body, keys.signing)),
      };
    },
    async "reports.rollUpForm"({ day, format, words }) {
      const lists = rolledUpReport(await options.rollUp(day), words, deadlinesOf(options.rules().milestones));
      return writeReportForm({
        ...{ objects, resources, lists, format, name: `tong-hop-ngay-${day}`, madeAt: now() },
      });
    },
  };
}

/** The latest version of each day before one, the first day first. */
function lastOfDays(reports: readonly Report[], scope: string, day: string): Report[] {
  const from = dayAfter(day, -daysOfHistory);
  const days = new Set(reports.map((report) => report.day).filter((one) => one < day && one >= from));
  return [...days].sort().flatMap((one) => versionsOf(reports, scope, one).at(-1) ?? []);
}
