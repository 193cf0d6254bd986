import { type Static, Type } from "typebox";
import { Check } from "typebox/value";
import type { UnitTables } from "#shared/archive/unit-tables.ts";
import { dayInVietnam } from "#shared/base/vietnam-time.ts";
import { tryUnitChange } from "#shared/rules/amend-units.ts";
import { plannedBefore } from "#shared/rules/planned-units.ts";
import {
  mostAmendments,
  scopesOf,
  unitAmendmentSchema,
  type UnitAmendment,
} from "#shared/rules/unit-amendment.ts";
import { Refused } from "#province/routes/typed.ts";
import { type Database, type Querying, numberIn, textIn } from "./database.ts";
import { type Administrator, bySchedule } from "./note-act.ts";
import {
  addAmendment,
  holdAmendments,
  noteUnits,
  readAmendments,
  saidOf,
  type WantedAmendment,
} from "./unit-amendments.ts";

const keptSchema = Type.Omit(unitAmendmentSchema, ["number", "at"]);

/** An amendment that was decided ahead of its day, and how it ended. */
export type PlannedAmendment = Static<typeof keptSchema> & {
  place: number;
  /** The day from which it is to be in force. */
  due: string;
  at: string;
  /** Who decided it: a person of the portal by their id. */
  byId: string;
  end?: { state: string; at: string; by: string; reason: string };
};

/** As many as may stand ahead at once. */
const mostPlanned = 200;

/** All that was ever decided ahead, in the order of its making. */
export async function readPlanned(database: Querying): Promise<PlannedAmendment[]> {
  const rows = await database.query(
    `select p.place, p.due, p.at, p.by_id, p.planned, e.state, e.at as ended_at, e.by_name, e.reason
     from planned_amendments p left join planned_ends e on e.place = p.place order by p.place`,
  );
  return rows.flatMap((row) => {
    const kept = row["planned"];
    if (!Check(keptSchema, kept)) return [];
    const end = row["state"] !== null && {
      state: textIn(row, "state"),
      at: textIn(row, "ended_at"),
      by: textIn(row, "by_name"),
      reason: textIn(row, "reason"),
    };
    return [
      {
        ...kept,
        place: numberIn(row, "place"),
        due: textIn(row, "due"),
        at: textIn(row, "at"),
        byId: textIn(row, "by_id"),
        ...(end && { end }),
      },
    ];
  });
}

/** Those that are neither in force nor withdrawn. */
export function standingOf(planned: readonly PlannedAmendment[]): PlannedAmendment[] {
  return planned.filter(({ end }) => end === undefined);
}

/** How many steps were taken with what is decided ahead: with each the number grows. */
export function stepsWith(planned: readonly PlannedAmendment[]): number {
  return planned.length + planned.filter(({ end }) => end !== undefined).length;
}

/**
 * Keeps an amendment that is to be in force from a day to come, and notes it in the audit. Nothing is published, and no
 * table changes before that day. It is refused where anything was published or decided since who made it looked.
 */
export async function planAmendment(
  database: Database,
  { seen, plannedSeen, change, due, ...said }: WantedAmendment & { due: string; plannedSeen: number },
  by: Administrator & { name: string },
  now: number,
): Promise<void> {
  await database.transaction(async (inside) => {
    const last = await holdAmendments(inside);
    const planned = await readPlanned(inside);
    if (last !== seen || stepsWith(planned) !== plannedSeen)
      throw new Refused(409, "units-moved", "something was published or decided meanwhile");
    const ahead = standingOf(planned).length;
    if (ahead >= mostPlanned || last + ahead >= mostAmendments)
      throw new Refused(409, "units-full", "no more amendments are taken");
    const place = (planned.at(-1)?.place ?? 0) + 1;
    const kept = { by: by.name, ...saidOf(said), change };
    await inside.query(
      "insert into planned_amendments (place, due, at, by_id, planned) values ($1, $2, $3, $4, $5::jsonb)",
      [place, due, new Date(now).toISOString(), by.id, JSON.stringify(kept)],
    );
    const { act: law, reason } = kept;
    const changes = { act: "planned-units", due, law, reason, change: JSON.stringify(change) };
    await noteUnits(inside, { id: planId(place), change, changes, by }, now);
  });
}

/** Takes back, with a reason that the audit keeps, what was decided ahead and is not in force. */
export async function withdrawPlanned(
  database: Database,
  { place, reason }: { place: number; reason: string },
  by: Administrator & { name: string; mayAmend: (scope: string) => boolean },
  now: number,
): Promise<void> {
  await database.transaction(async (inside) => {
    await holdAmendments(inside);
    const one = (await readPlanned(inside)).find((planned) => planned.place === place);
    if (!one) throw new Refused(404, "not-found", "nothing was decided ahead under this number");
    if (!scopesOf(one.change).every((scope) => by.mayAmend(scope)))
      throw new Refused(403, "not-your-units", "a unit beyond the scope of who withdraws");
    if (one.end) throw new Refused(409, "plan-ended", "it is in force or was withdrawn already");
    const why = reason.normalize("NFC").trim();
    await end(inside, { place, state: "withdrawn", by: by.name, reason: why }, now);
    const { change, due } = one;
    const changes = { act: "withdrew-planned-units", due, reason: why, change: JSON.stringify(change) };
    await noteUnits(inside, { id: planId(place), change, changes, by: { id: by.id, role: by.role } }, now);
  });
}

/**
 * Publishes what was decided ahead and whose day has come, each once and in its turn, also where nobody was there on
 * that day. What no longer fits the tables stays where it is: it is shown, and changes nothing.
 */
export async function enactDue(database: Database, base: UnitTables, now: number): Promise<void> {
  const today = dayInVietnam(now);
  const dueNow = async (store: Querying) => plannedBefore(standingOf(await readPlanned(store)), today);
  // Asked first without holding anybody up: on most days nothing is due.
  if ((await dueNow(database)).length === 0) return;
  await database.transaction(async (inside) => {
    let last = await holdAmendments(inside);
    const amendments: UnitAmendment[] = await readAmendments(inside);
    for (const { place, due, at, byId, act, reason, by, change } of await dueNow(inside)) {
      if (last >= mostAmendments) return;
      if (tryUnitChange(base, amendments, change).faults.length > 0) continue;
      last += 1;
      const amendment = { number: last, by, act, reason, change };
      const more = { decidedAt: at, decidedBy: byId, due, planned: planId(place) };
      amendments.push(await addAmendment(inside, { amendment, by: bySchedule, more }, now));
      await end(inside, { place, state: "in-force", by: "", reason: "" }, now);
    }
  });
}

async function end(
  inside: Querying,
  {
    place,
    state,
    by,
    reason,
  }: { place: number; state: "in-force" | "withdrawn"; by: string; reason: string },
  now: number,
): Promise<void> {
  await inside.query(
    "insert into planned_ends (place, at, state, by_name, reason) values ($1, $2, $3, $4, $5)",
    [place, new Date(now).toISOString(), state, by, reason],
  );
}

/** How the audit names what was decided ahead: beside the numbers of amendments. */
function planId(place: number): string {
  return `planned-${place}`;
}
