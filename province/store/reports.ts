import { Compile } from "typebox/compile";
import { type Report, reportSchema } from "#shared/archive/report.ts";
import type { Unit } from "#shared/archive/unit.ts";
import { dayAfter } from "#shared/base/vietnam-time.ts";
import type { ArrivedReport, RollUp } from "#shared/report/arrived.ts";
import { rollUp } from "#shared/report/roll-up.ts";
import type { ShortReport } from "#shared/report/short-text.ts";
import { covers, districtOf } from "#shared/archive/unit.ts";
import type { Device } from "#province/access/device.ts";
import { type Database, numberIn, textIn } from "./database.ts";
import { readable } from "./scope.ts";

const shape = Compile(reportSchema);

/** Days before the one asked for whose reports are looked at: a district silent for longer has no figures. */
const daysBack = 60;

/** The reports of a day and of the days before, within the device's scope, as the province had them at a moment. */
export async function readRollUp(
  database: Database,
  device: Device,
  units: readonly Unit[],
  day: string,
  at: number,
): Promise<RollUp> {
  const districts = units
    .filter((unit) => unit.level === "district")
    .filter((unit) => covers(device.scope, unit.scope) || covers(unit.scope, device.scope))
    .map(({ scope, name }) => ({ scope, name }));
  const days = [dayAfter(day, -daysBack), day];
  const rows = await database.query(
    `select r.district, r.state, (
       select min(a.at) from audit a
       where a.district = r.district and a.id = r.id and a.collection = 'reports') as arrived
     from records r
     where r.collection = 'reports' and r.scope = r.district and r.state->>'withdrawn' = ''
       and r.state->>'day' between $2 and $3 and ${readable("r")}`,
    [device.scope, ...days],
  );
  const arrived = rows.flatMap((row): ArrivedReport[] => {
    const report = row["state"];
    return shape.Check(report)
      ? [arrivedOf(report, textIn(row, "district"), Date.parse(textIn(row, "arrived")))]
      : [];
  });
  const messages = await database.query(
    `select r.district, r.at, r.report from report_messages r
     where r.day between $2 and $3 and ${readable("r")}`,
    [device.scope, ...days],
  );
  for (const row of messages) {
    // Only what was read out of a signed message is ever written there.
    const short = row["report"] as ShortReport;
    arrived.push(messageOf(short, textIn(row, "district"), Date.parse(textIn(row, "at"))));
  }
  return rollUp(districts, arrived, day, at);
}

/**
 * Notes a report that came by message, read out and verified; answers false where it was known. Its device was found
 * to have the report's scope within its own.
 */
export async function noteMessage(
  database: Database,
  short: ShortReport,
  now: number,
): Promise<"taken" | "known"> {
  const [row] = await database.query(
    `with added as (
       insert into report_messages (district, scope, day, version, digest_start, at, report)
       values ($1, $2, $3, $4, $5, $6, $7::jsonb) on conflict do nothing returning 1)
     select count(*) as added from added`,
    [
      districtOf(short.scope),
      short.scope,
      short.day,
      short.version,
      short.digestStart,
      new Date(now).toISOString(),
      JSON.stringify(short),
    ],
  );
  return row && numberIn(row, "added") > 0 ? "taken" : "known";
}

function arrivedOf(report: Report, district: string, arrivedAt: number): ArrivedReport {
  const { id, day, version, asOf, madeAt, madeBy, reason, remark } = report;
  const { scanners, people, difficulties, rows, digest } = report;
  return {
    ...{ id, district, day, version, asOf, madeAt, madeBy, reason, remark },
    ...{ scanners, people, difficulties, rows, arrivedAt },
    by: "sync",
    digestStart: digest.slice(0, 10),
  };
}

function messageOf(short: ShortReport, district: string, arrivedAt: number): ArrivedReport {
  const { day, version, asOf, scanners, people, difficulties, digestStart, total } = short;
  return {
    id: `${district} ${day} ${version} ${digestStart}`,
    ...{ district, day, version, asOf, scanners, people, difficulties, digestStart, arrivedAt },
    ...{ madeAt: asOf, madeBy: "", reason: "", remark: "" },
    rows: [total],
    by: "message",
  };
}
