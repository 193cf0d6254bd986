import type { UnitTables } from "#shared/archive/unit-tables.ts";
import { covers } from "#shared/archive/unit.ts";
import { isDay } from "#shared/base/moment.ts";
import { dayInVietnam } from "#shared/base/vietnam-time.ts";
import {
  newAmendmentSchema,
  type PortalUnits,
  type Published,
  type ShownPlan,
  triedChangeSchema,
  type TriedAnswer,
  withdrawnPlanSchema,
} from "#shared/contract/portal-units.ts";
import { amendUnits, tryUnitChange } from "#shared/rules/amend-units.ts";
import type { UnitFault } from "#shared/rules/judge-unit-change.ts";
import { dueDay, foreseeUnits, plannedBefore } from "#shared/rules/planned-units.ts";
import { scopesOf, type UnitAmendment, type UnitChange } from "#shared/rules/unit-amendment.ts";
import { personOf } from "#province/access/admit-readers.ts";
import { effectOf } from "#province/store/amendment-effect.ts";
import {
  planAmendment,
  type PlannedAmendment,
  readPlanned,
  standingOf,
  stepsWith,
  withdrawPlanned,
} from "#province/store/planned-amendments.ts";
import { publishAmendment, readAmendments } from "#province/store/unit-amendments.ts";
import { type App, type Province, Refused } from "./typed.ts";

function formerName(
  base: UnitTables,
  all: readonly UnitAmendment[],
  { number, change }: UnitAmendment,
): string {
  if (change.kind !== "rename") return "";
  return nameBefore(amendUnits(base, all.slice(0, number - 1)).tables, change);
}

function nameBefore({ units, after }: UnitTables, change: UnitChange): string {
  if (change.kind !== "rename") return "";
  return [...units, ...after].find(({ scope }) => scope === change.scope)?.name ?? "";
}

/** What is decided ahead with what it would meet, and what was withdrawn; what came into force is an amendment. */
function plansOf(
  base: UnitTables,
  amendments: readonly UnitAmendment[],
  planned: readonly PlannedAmendment[],
  today: string,
): ShownPlan[] {
  const plain = ({ place, due, at, by, act, reason, change }: PlannedAmendment) => ({
    ...{ place, due, at, by, act, reason, change },
  });
  const standing = foreseeUnits(base, amendments, standingOf(planned)).map(
    ({ one, faults, before }): ShownPlan => ({
      ...plain(one),
      state: one.due <= today ? "stuck" : "planned",
      ...{ faults, formerName: nameBefore(before, one.change) },
    }),
  );
  const withdrawn = planned.flatMap((one): ShownPlan[] => {
    if (one.end?.state !== "withdrawn") return [];
    const { at, by, reason } = one.end;
    const told = { faults: [], formerName: "", withdrawn: { at, by, reason } };
    return [{ ...plain(one), state: "withdrawn", ...told }];
  });
  return [...standing, ...withdrawn.reverse()];
}

/** The tables of units and their mergers, tried and amended by administrators within whose scope all of it lies. */
export function addPortalUnitRoutes(app: App, { database, now, tables, ...province }: Province): void {
  const today = () => dayInVietnam(now());
  /** What a change meets: the tables of today or, where its day is to come (`due`), those that are decided for it. */
  const attempt = async (within: string, { change, on }: { change: UnitChange; on?: string }) => {
    if (!scopesOf(change).every((scope) => covers(within, scope)))
      throw new Refused(403, "not-your-units", "a unit beyond the scope of who amends");
    const day = dueDay(change, on);
    const due = day > today() ? day : undefined;
    const ahead = due === undefined ? [] : plannedBefore(standingOf(await readPlanned(database)), due);
    const tried = tryUnitChange(tables.base, [...(await readAmendments(database)), ...ahead], change);
    const noDay: UnitFault[] =
      change.kind === "rename" && on !== undefined && !isDay(on) ? [{ code: "no-such-day", about: on }] : [];
    return { ...tried, due, faults: [...noDay, ...tried.faults] };
  };

  app.get("/portal/admin/units", async (): Promise<PortalUnits> => {
    const unfit = new Map((await province.amendUnits()).map(({ number, faults }) => [number, faults]));
    const amendments = await readAmendments(database);
    const planned = await readPlanned(database);
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
      planned: plansOf(tables.base, amendments, planned, today()),
      plannedSteps: stepsWith(planned),
    };
  });

  app.post(
    "/portal/admin/units/tried",
    { schema: { body: triedChangeSchema } },
    async (request): Promise<TriedAnswer> => {
      const { change } = request.body;
      const { faults, before, tables: next, due } = await attempt(personOf(request).scope, request.body);
      const day = due !== undefined && { due };
      if (faults.length > 0) return { faults, ...day };
      return { faults, effect: await effectOf(database, before, next, change), ...day };
    },
  );

  app.post(
    "/portal/admin/units",
    { schema: { body: newAmendmentSchema } },
    async (request): Promise<Published> => {
      const by = personOf(request);
      const { faults, due } = await attempt(by.scope, request.body);
      if (faults.length > 0)
        throw new Refused(409, "units-unfit", faults.map(({ code, about }) => `${code} ${about}`).join("; "));
      if (due !== undefined) {
        const { plannedSeen = 0, ...wanted } = request.body;
        await planAmendment(database, { ...wanted, plannedSeen, due }, by, now());
        return { due };
      }
      const { number } = await publishAmendment(database, request.body, by, now());
      await province.amendUnits();
      return { number };
    },
  );

  app.post("/portal/admin/units/withdrawn", { schema: { body: withdrawnPlanSchema } }, async (request) => {
    const { id, role, name, scope } = personOf(request);
    const mayAmend = (one: string) => covers(scope, one);
    await withdrawPlanned(database, request.body, { id, role, name, mayAmend }, now());
    return {};
  });
}
