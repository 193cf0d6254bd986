import type { Unit } from "#shared/archive/unit.ts";
import { isDay } from "#shared/base/moment.ts";
import { dayAfter } from "#shared/base/vietnam-time.ts";
import { cedes, receiversOf, type UnitChange } from "./unit-amendment.ts";

/** What is wrong with a change of units. */
export const unitFaultCodes = [
  "unit-unknown",
  "not-a-commune",
  "name-as-before",
  "code-twice",
  "parent-unfit",
  "no-such-day",
  "end-before-beginning",
  "ended-otherwise",
  "successor-unknown",
  "successor-not-then",
  "giver-not-then",
  "named-twice",
  "split-in-one",
  "cycle",
] as const;

export type UnitFaultCode = (typeof unitFaultCodes)[number];

/** One fault, and the unit, code or day that it is about. */
export type UnitFault = { code: UnitFaultCode; about: string };

/** The units as amendments find them, and what became of which: scopes by the scope of the unit that ended. */
export type UnitState = {
  units: readonly Unit[];
  after: readonly Unit[];
  became: ReadonlyMap<string, readonly string[]>;
  /** Who was given parts by communes that stayed, by the scope of each unit whose files may be of such a part. */
  ceded: ReadonlyMap<string, readonly Ceded[]>;
};

/** A part that the giver gave away and that went to another. */
export type Ceded = { to: string; giver: string };

export function findUnit({ units, after }: UnitState, scope: string): Unit | undefined {
  return units.find((unit) => unit.scope === scope) ?? after.find((unit) => unit.scope === scope);
}

/** Every fault of a change, where the units are as they are. */
export function judgeUnitChange(state: UnitState, change: UnitChange): UnitFault[] {
  if (change.kind === "rename") return judgeRename(state, change);
  if (!isDay(change.on)) return [{ code: "no-such-day", about: change.on }];
  switch (change.kind) {
    case "found":
      return judgeFound(state, change);
    case "end":
      return judgeEnd(state, change.scope, change.on);
    case "merge":
      return judgeBecoming(state, change.from, [change.to], change.on);
    case "split":
      return [
        ...(new Set(change.to).size < 2 ? [{ code: "split-in-one" as const, about: change.from }] : []),
        ...(cedes(change)
          ? judgeCeding(state, change)
          : judgeBecoming(state, [change.from], change.to, change.on)),
      ];
  }
}

function judgeRename(state: UnitState, { scope, name }: UnitChange & { kind: "rename" }): UnitFault[] {
  const unit = findUnit(state, scope);
  if (!unit) return [{ code: "unit-unknown", about: scope }];
  return unit.name === tidy(name) ? [{ code: "name-as-before", about: unit.name }] : [];
}

/** A scope that any unit ever had is given to no other: what is stored under it stays that unit's. */
function judgeFound(state: UnitState, { parent, code }: UnitChange & { kind: "found" }): UnitFault[] {
  const faults: UnitFault[] = [];
  const above = findUnit(state, parent);
  if (!above) faults.push({ code: "unit-unknown", about: parent });
  else if (above.level === "commune") faults.push({ code: "parent-unfit", about: above.name });
  if (findUnit(state, `${parent}.${code}`)) faults.push({ code: "code-twice", about: code });
  return faults;
}

function judgeEnd(state: UnitState, scope: string, on: string): UnitFault[] {
  const unit = findUnit(state, scope);
  if (!unit) return [{ code: "unit-unknown", about: scope }];
  if (unit.level !== "commune") return [{ code: "not-a-commune", about: unit.name }];
  if (unit.validTo !== "" && unit.validTo !== on) return [{ code: "ended-otherwise", about: unit.name }];
  return on < unit.validFrom ? [{ code: "end-before-beginning", about: unit.name }] : [];
}

function judgeBecoming(
  state: UnitState,
  from: readonly string[],
  to: readonly string[],
  on: string,
): UnitFault[] {
  const faults: UnitFault[] = [];
  for (const scope of twiceIn([...from])) faults.push({ code: "named-twice", about: nameIn(state, scope) });
  for (const scope of twiceIn([...to])) faults.push({ code: "named-twice", about: nameIn(state, scope) });
  for (const scope of from) faults.push(...judgeEnd(state, scope, dayAfter(on, -1)));
  for (const scope of to) faults.push(...judgeReceiver(state, scope, on, from));
  return faults;
}

/** Who gives a part was there on the day before, and is still on the day. */
function judgeCeding(state: UnitState, change: UnitChange & { kind: "split" }): UnitFault[] {
  const { from, to, on } = change;
  const faults: UnitFault[] = twiceIn(to).map((scope) => ({
    code: "named-twice",
    about: nameIn(state, scope),
  }));
  const giver = findUnit(state, from);
  if (!giver) faults.push({ code: "unit-unknown", about: from });
  else if (giver.level !== "commune") faults.push({ code: "not-a-commune", about: giver.name });
  else if (on <= giver.validFrom || (giver.validTo !== "" && giver.validTo < on))
    faults.push({ code: "giver-not-then", about: giver.name });
  for (const scope of receiversOf(change)) faults.push(...judgeReceiver(state, scope, on, []));
  return faults;
}

function judgeReceiver(state: UnitState, scope: string, on: string, from: readonly string[]): UnitFault[] {
  const unit = findUnit(state, scope);
  if (!unit) return [{ code: "successor-unknown", about: scope }];
  if (unit.level !== "commune") return [{ code: "not-a-commune", about: unit.name }];
  if (reaches(state, scope, from)) return [{ code: "cycle", about: unit.name }];
  const isThen = unit.validFrom <= on && (unit.validTo === "" || on <= unit.validTo);
  return isThen ? [] : [{ code: "successor-not-then", about: unit.name }];
}

/** True where a unit is, or became by any way, one of those. */
function reaches({ became }: UnitState, scope: string, those: readonly string[]): boolean {
  const seen = new Set<string>();
  const next = [scope];
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    if (those.includes(at)) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    next.push(...(became.get(at) ?? []));
  }
  return false;
}

function twiceIn(scopes: readonly string[]): string[] {
  return [...new Set(scopes.filter((scope, place) => scopes.indexOf(scope) !== place))];
}

function nameIn(state: UnitState, scope: string): string {
  return findUnit(state, scope)?.name ?? scope;
}

/** A name as it is kept. */
export function tidy(name: string): string {
  return name.normalize("NFC").trim().replace(/\s+/g, " ");
}
