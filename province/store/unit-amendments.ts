import { Check } from "typebox/value";
import { provinceOf } from "#shared/archive/unit.ts";
import type { UnitAmendment, UnitChange } from "#shared/rules/unit-amendment.ts";
import { mostAmendments, scopesOf, unitAmendmentSchema } from "#shared/rules/unit-amendment.ts";
import { Refused } from "#province/routes/typed.ts";
import { type Database, type Querying } from "./database.ts";
import { type Administrator, noteAct } from "./note-act.ts";

/** The province's amendments of the tables of units, in the order in which they were published. */
export async function readAmendments(database: Querying): Promise<UnitAmendment[]> {
  const rows = await database.query("select amendment from unit_amendments order by number");
  return rows.flatMap(({ amendment }) => (Check(unitAmendmentSchema, amendment) ? [amendment] : []));
}

/** What is to be published: what changes, why and by which act, and how many amendments who made it had seen. */
export type WantedAmendment = { change: UnitChange; act: string; reason: string; seen: number };

/**
 * Publishes an amendment as the next one, and notes it in the province's audit. It is refused where another was
 * published since: what it would do may be something else by now. Amendments stay: a wrong one is put right by a later.
 */
export async function publishAmendment(
  database: Database,
  { seen, change, act, reason }: WantedAmendment,
  by: Administrator & { name: string },
  now: number,
): Promise<UnitAmendment> {
  return database.transaction(async (inside) => {
    const last = await holdAmendments(inside);
    if (last !== seen) throw new Refused(409, "units-moved", "another amendment was published meanwhile");
    if (last >= mostAmendments) throw new Refused(409, "units-full", "no more amendments are taken");
    const amendment = { number: last + 1, by: by.name, ...saidOf({ act, reason }), change };
    return addAmendment(inside, { amendment, by }, now);
  });
}

/** The number of the last amendment, with nobody publishing, deciding or withdrawing another until the transaction ends. */
export async function holdAmendments(inside: Querying): Promise<number> {
  await inside.query("lock table unit_amendments in exclusive mode");
  const [row] = await inside.query("select coalesce(max(number), 0)::bigint as last from unit_amendments");
  return Number(row?.["last"] ?? 0);
}

/** Keeps the next amendment, and notes it in the province's audit. Call it where they are held. */
export async function addAmendment(
  inside: Querying,
  wanted: {
    amendment: Omit<UnitAmendment, "at">;
    by: Administrator;
    /** What else the audit tells: of one decided ahead, when and by whom. */
    more?: Readonly<Record<string, string>>;
  },
  now: number,
): Promise<UnitAmendment> {
  const amendment: UnitAmendment = { ...wanted.amendment, at: new Date(now).toISOString() };
  await inside.query("insert into unit_amendments (number, at, amendment) values ($1, $2, $3::jsonb)", [
    amendment.number,
    amendment.at,
    JSON.stringify(amendment),
  ]);
  const { act, reason, change } = amendment;
  const changes = { act: "amended-units", law: act, reason, change: JSON.stringify(change), ...wanted.more };
  await noteUnits(inside, { id: String(amendment.number), change, changes, by: wanted.by }, now);
  return amendment;
}

/** Notes in the province's audit what was done with a change of units. */
export async function noteUnits(
  inside: Querying,
  {
    change,
    ...noted
  }: { id: string; change: UnitChange; changes: Record<string, string>; by: Administrator },
  now: number,
): Promise<void> {
  const [scope = ""] = scopesOf(change);
  await noteAct(inside, { scope: provinceOf(scope), kind: "units", ...noted }, now);
}

/** The act of law and the reason as they are kept. */
export function saidOf({ act, reason }: { act: string; reason: string }): { act: string; reason: string } {
  return { act: act.normalize("NFC").trim(), reason: reason.normalize("NFC").trim() };
}
