import type { UnitTables } from "#shared/archive/unit-tables.ts";
import { covers } from "#shared/archive/unit.ts";
import { dayInVietnam } from "#shared/base/vietnam-time.ts";
import {
  newAmendmentSchema,
  type PortalUnits,
  triedChangeSchema,
  type TriedAnswer,
} from "#shared/contract/portal-units.ts";
import { amendUnits, tryUnitChange } from "#shared/rules/amend-units.ts";
import { scopesOf, type UnitAmendment, type UnitChange } from "#shared/rules/unit-amendment.ts";
import { personOf } from "#province/access/admit-readers.ts";
import { effectOf } from "#province/store/amendment-effect.ts";
import { publishAmendment, readAmendments } from "#province/store/unit-amendments.ts";
import { type App, type Province, Refused } from "./typed.ts";

function formerName(
  base: UnitTables,
  all: readonly UnitAmendment[],
  { number, change }: UnitAmendment,
): string {
  if (change.kind !== "rename") return "";
  const { units, after } = amendUnits(base, all.slice(0, number - 1)).tables;
  return [...units, ...after].find(({ scope }) => scope === change.scope)?.name ?? "";
}

/** The tables of units and their mergers, tried and amended by administrators within whose scope all of it lies. */
export function addPortalUnitRoutes(app: App, { database, now, tables, ...province }: Province): void {
  const attempt = async (within: string, change: UnitChange) => {
    if (!scopesOf(change).every((scope) => covers(within, scope)))
      throw new Refused(403, "not-your-units", "a unit beyond the scope of who amends");
    return tryUnitChange(tables.base, await readAmendments(database), change, dayInVietnam(now()));
  };

  app.get("/portal/admin/units", async (): Promise<PortalUnits> => {
    const unfit = new Map((await province.amendUnits()).map(({ number, faults }) => [number, faults]));
    const amendments = await readAmendments(database);
    return {
      units: [...tables.units],
      after: [...tables.after],
      successors: [...tables.successors],
      amendments: amendments
        .map((one) => ({
          ...one,
          faults: unfit.get(one.number) ?? [],
          formerName: formerName(tables.base, amendments, one),
        }))
        .sort((one, other) => other.number - one.number),
    };
  });

  app.post(
    "/portal/admin/units/tried",
    { schema: { body: triedChangeSchema } },
    async (request): Promise<TriedAnswer> => {
      const { change } = request.body;
      const { faults, tables: next } = await attempt(personOf(request).scope, change);
      if (faults.length > 0) return { faults };
      return { faults, effect: await effectOf(database, tables, next, change) };
    },
  );

  app.post("/portal/admin/units", { schema: { body: newAmendmentSchema } }, async (request) => {
    const by = personOf(request);
    const { faults } = await attempt(by.scope, request.body.change);
    if (faults.length > 0)
      throw new Refused(409, "units-unfit", faults.map(({ code, about }) => `${code} ${about}`).join("; "));
    const { number } = await publishAmendment(database, request.body, by, now());
    await province.amendUnits();
    return { number };
  });
}
