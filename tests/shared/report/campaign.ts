import type { ReportRow } from "#shared/archive/report-row.ts";
import { dayAfter, momentInVietnam } from "#shared/base/vietnam-time.ts";
import { blankRow } from "#shared/report/sum-rows.ts";
import type { ArrivedReport } from "#shared/report/arrived.ts";

/** Eleven districts with 155 communes, as the province had them. */
export const districts = Array.from({ length: 11 }, (_, at) => ({
  scope: `52.${540 + at}`,
  name: `Huyện ${at + 1}`,
}));

export const firstDay = "2025-05-16";
export const campaignDays = Array.from({ length: 35 }, (_, at) => dayAfter(firstDay, at));

type Random = (below: number) => number;

/** What a district truly did, day by day, and the reports that it sent of it: late, wrong, repeated, none. */
export function makeCampaign(random: Random): {
  arrived: ArrivedReport[];
  /** By district and day: the captured pages that count at 14:00, and whether it had reported. */
  truth: Map<string, { pages: number; today: number; state: "reported" | "late" | "missing" }>;
} {
  const arrived: ArrivedReport[] = [];
  const truth = new Map<string, { pages: number; today: number; state: "reported" | "late" | "missing" }>();
  for (const [place, { scope }] of districts.entries()) {
    const communes = Array.from({ length: place === 0 ? 15 : 14 }, (_, at) => `${scope}.${21000 + at}`);
    const done = communes.map(() => 0);
    let said = 0;
    for (const day of campaignDays) {
      const grown = communes.map((_, at) => {
        const pages = random(4) === 0 ? 0 : random(90);
        done[at] = (done[at] ?? 0) + pages;
        return pages;
      });
      const rows = communes.map((unit, at) => rowOf(unit, done[at] ?? 0, grown[at] ?? 0));
      const right = { pages: sum(done), today: sum(grown) };
      const send = (version: number, at: number, shown: ReportRow[], reason = "", desk = "a") =>
        arrived.push(reportOf(scope, day, { version, arrivedAt: at, rows: shown, reason, desk }));
      const noon = momentInVietnam(day, 12 * 60 + 45 + random(14));
      const way = random(10);
      if (way === 0) {
        truth.set(`${scope} ${day}`, { pages: said, today: 0, state: "missing" });
        // It comes in the evening, and so counts only in what is asked for later.
        send(1, momentInVietnam(day, 18 * 60), rows);
        said = right.pages;
        continue;
      }
      const late = way === 1;
      const sentAt = late ? momentInVietnam(day, 13 * 60 + 1 + random(55)) : noon;
      if (way === 2) {
        // A wrong one first, mended before the hour.
        send(
          1,
          sentAt,
          rows.map((row) => ({ ...row, captured: { ...row.captured, pages: row.captured.pages * 10 } })),
        );
        send(2, sentAt + 4 * 60_000, rows, "Nhân nhầm mười lần");
      } else send(1, sentAt, rows);
      // The same report a second time, and another desk's of the same version, which came later.
      if (way === 3) send(1, sentAt + 60_000, rows);
      if (way === 4)
        send(
          1,
          sentAt + 2 * 60_000,
          rows.map((row) => rowOf(row.unit, 1, 1)),
          "",
          "b",
        );
      truth.set(`${scope} ${day}`, { ...right, state: late ? "late" : "reported" });
      said = right.pages;
    }
  }
  // They reach the province in any order.
  for (let at = arrived.length - 1; at > 0; at -= 1) {
    const other = random(at + 1);
    const [one, two] = [arrived[at], arrived[other]];
    if (one && two) [arrived[at], arrived[other]] = [two, one];
  }
  return { arrived, truth };
}

export function rowOf(unit: string, pages: number, today: number): ReportRow {
  const items = Math.floor(pages / 2);
  return {
    ...blankRow({ unit, name: unit, level: "commune" }),
    listed: { files: 900, items: 9000, pages: 20_000, metres: 3.25, boxes: 20, leaves: 9000 },
    handedOver: { files: 900, items: 9000, pages: 20_000 },
    captured: { files: Math.floor(pages / 20), items, pages },
    today: { files: 0, items: Math.min(items, Math.floor(today / 2)), pages: today },
    groups: [items, 0, 0, 0, 0],
  };
}

export function reportOf(
  district: string,
  day: string,
  own: Partial<ArrivedReport> & {
    rows: readonly ReportRow[];
    version: number;
    arrivedAt: number;
    desk?: string;
  },
): ArrivedReport {
  const { desk = "a", ...rest } = own;
  const asOf = new Date(momentInVietnam(day, 12 * 60 + 45)).toISOString();
  return {
    id: `${district}-${day}-${rest.version}-${desk}`,
    district,
    day,
    asOf,
    madeAt: asOf,
    madeBy: "Lê Văn C",
    reason: "",
    remark: "",
    scanners: 3,
    people: 9,
    difficulties: [],
    by: "sync",
    digestStart: `${rest.version}${desk}`.padEnd(10, "0"),
    ...rest,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
