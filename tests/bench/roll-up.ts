import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readUnits } from "#shared/archive/unit.ts";
import { dayAfter, momentInVietnam } from "#shared/base/vietnam-time.ts";
import { digestOfReport } from "#shared/report/make-report.ts";
import { migrate } from "#province/store/migrations.ts";
import { openPglite } from "#province/store/open-pglite.ts";
import { readRollUp } from "#province/store/reports.ts";
import { type Bench, figure, timed } from "#tests/bench/figure.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { sampleReport } from "#tests/helpers/sample-desk-records.ts";
import { rowOf } from "#tests/shared/report/campaign.ts";

const first = "2025-05-16";
const days = 30;

/** The roll-up of eleven districts' reports on the last of thirty days, on PGlite. */
export const rollUpBench: Bench = {
  name: "roll-up",
  async run(say) {
    const database = await openPglite();
    try {
      await migrate(database, () => 0);
      const units = readUnits(readFileSync(join(resources, "units", "communes-2025-05.csv"), "utf8"));
      const districts = units.filter(({ level }) => level === "district");
      let made = 0;
      for (const [place, { scope }] of districts.entries()) {
        const below = units.filter((unit) => unit.scope.startsWith(`${scope}.`));
        for (let at = 0; at < days; at += 1) {
          const day = dayAfter(first, at);
          const rows = below.map((unit, of) => rowOf(unit.scope, at * 50 + of, 50));
          const draft = sampleReport(`R-${place}-${at}`, { scope, day, rows });
          const report = { ...draft, digest: digestOfReport(draft) };
          const arrived = new Date(momentInVietnam(day, 12 * 60 + 50)).toISOString();
          made += 1;
          await database.query(
            `insert into records (district, collection, id, scope, parent, state, hash_high, hash_low, bucket, seq, at)
             values ($1, 'reports', $2, $1, '', $3::jsonb, 0, 0, 0, $4, $5)`,
            [scope, report.id, JSON.stringify(report), made, arrived],
          );
          await database.query(
            `insert into audit (district, seq, at, device_id, role, collection, id, changes, hash, chain)
             values ($1, $2, $3, 'bench', 'district-checker', 'reports', $4, '{}'::jsonb, '', '')`,
            [scope, made, arrived, report.id],
          );
        }
      }
      const last = dayAfter(first, days - 1);
      const device = {
        deviceId: "officer",
        scope: "52",
        district: "52",
        role: "province-officer",
        name: "",
      } as const;
      let reported = 0;
      const ms = await timed(async () => {
        const rolled = await readRollUp(database, device, units, last, momentInVietnam(last, 14 * 60));
        reported = rolled.rows.filter(({ state }) => state === "reported").length;
      });
      if (reported !== districts.length) throw new Error(`${reported} of ${districts.length} were rolled up`);
      say(`${made} reports of ${days} days`);
      return [figure("roll-up", "ms", ms, 1000, { atMost: 1 })];
    } finally {
      await database.close();
    }
  },
};
