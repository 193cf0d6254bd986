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
    await inside.query("lock table unit_amendments in exclusive mode");
    const [row] = await inside.query("select coalesce(max(number), 0)::bigint as last from unit_amendments");
    const last = Number(row?.["last"] ?? 0);
    if (last !== seen) throw new Refused(409, "units-moved", "another amendment was published meanwhile");
    if (last >= mostAmendments) throw new Refused(409, "units-full", "no more amendments are taken");
    const texts = { act: act.normalize("NFC").trim(), reason: reason.normalize("NFC").trim() };
    const at = new Date(now).toISOString();
    const amendment: UnitAmendment = { number: last + 1, at, by: by.name, ...texts, change };
    await inside.query("insert into unit_amendments (number, at, amendment) values ($1, $2, $3::jsonb)", [
      amendment.number,
      at,
      JSON.stringify(amendment),
    ]);
    const [scope = ""] = scopesOf(change);
    const { act: law, reason: why } = texts;
    const changes = { act: "amended-units", law, reason: why, change: JSON.stringify(change) };
    const id = String(amendment.number);
    await noteAct(inside, { scope: provinceOf(scope), kind: "units", id, changes, by }, now);
    return amendment;
  });
}
