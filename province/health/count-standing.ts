import { shownDrift } from "#shared/base/clock-drift.ts";
import { type Database, numberIn } from "#province/store/database.ts";
import { isBehind, rulesHandedOut } from "#province/store/rules-handed-out.ts";
import { cataloguedCollections } from "#province/store/refresh-catalogue.ts";

/** Counted no further: beyond it the number says only that there is very much. */
export const mostCounted = 100_000;

/** How much work the store has before it, and what was put aside in it; nothing in it tells of a unit's content. */
export type Standing = {
  /** Pages whose words have not come or were not read yet. */
  wordsWaiting: number;
  /** Rows of the catalogue that are to be made anew, and changed records not looked at for it. */
  catalogueWaiting: number;
  held: number;
  refused: number;
  devicesEnrolled: number;
  /** Machines that asked for anything within the last day. */
  devicesSeen: number;
  /** Of these, whose clocks are off. */
  devicesClockOff: number;
  /** Machines that apply older rules or tables of units than those handed out, by their own word. */
  devicesRulesBehind: number;
};

/** Counts what stands in the store, each part up to `mostCounted`. */
export async function countStanding(database: Database, now: number): Promise<Standing> {
  const handed = await rulesHandedOut(database);
  const upTo = (rows: string) =>
    `(select count(*) from (select 1 as one ${rows} limit ${mostCounted}) as counted)`;
  const [row] = await database.query(
    `select ${upTo("from words_waiting")} as words,
       ${upTo("from catalogue_waiting")} + ${upTo(`from feeds f
         cross join unnest($1::text::text[]) as kept(collection)
         left join catalogue_marks m on m.district = f.district and m.collection = kept.collection
         join records r on r.district = f.district and r.collection = kept.collection
           and r.seq > coalesce(m.seq, 0)`)} as catalogue,
       ${upTo("from held_rows where settled_at = ''")} as held,
       ${upTo("from refused_rows where settled_at = ''")} as refused,
       (select count(distinct device_id) from devices where revoked_at = '') as enrolled,
       (select count(distinct device_id) from devices where revoked_at = '' and last_seen_at >= $2) as seen,
       (select count(distinct device_id) from devices
          where revoked_at = '' and clock_measured_at >= $2 and abs(clock_ahead_ms) > $3) as clock_off,
       (select count(distinct d.device_id) from devices d
          where d.revoked_at = '' and ${isBehind("d", "$4", "$5")}) as rules_behind`,
    [
      `{${cataloguedCollections.join(",")}}`,
      new Date(now - 24 * 3_600_000).toISOString(),
      shownDrift,
      handed.pack,
      handed.amended,
    ],
  );
  if (!row) throw new Error("no counts of the store");
  return {
    wordsWaiting: numberIn(row, "words"),
    catalogueWaiting: Math.min(mostCounted, numberIn(row, "catalogue")),
    held: numberIn(row, "held"),
    refused: numberIn(row, "refused"),
    devicesEnrolled: numberIn(row, "enrolled"),
    devicesSeen: numberIn(row, "seen"),
    devicesClockOff: numberIn(row, "clock_off"),
    devicesRulesBehind: numberIn(row, "rules_behind"),
  };
}
