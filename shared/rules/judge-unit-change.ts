import type { Unit } from "#shared/archive/unit.ts";
import { isDay } from "#shared/base/moment.ts";
import { dayAfter } from "#shared/base/vietnam-time.ts";
import type { UnitChange } from "./unit-amendment.ts";

/** What is wrong with a change of units. */
export const unitFaultCodes = [
  "unit-unknown",
  "not-a-commune",
  "name-as-before",
  "code-twice",
  "parent-unfit",
  "no-such-day",
  "day-to-come",
  "end-before-beginning",
  "ended-otherwise",
  "successor-unknown",
  "successor-not-then",
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
};

export function findUnit({ units, after }: UnitState, scope: string): Unit | undefined {
  return units.find((unit) => unit.scope === scope) ?? after.find((unit) => unit.scope === scope);
}

/** Every fault of a change, where the units are as they are; `today` is given where it is asked to be in force. */
export function judgeUnitChange(state: UnitState, change: UnitChange, today = "9999-12-31"): UnitFault[] {
  if (change.kind === "rename") return judgeRename(state, change);
  if (!isDay(change.on)) return [{ code: "no-such-day", about: change.on }];
  const early: UnitFault[] = change.on > today ? [{ code: "day-to-come", about: change.on }] : [];
  switch (change.kind) {
    case "found":
      return [...early, ...judgeFound(state, change)];
    case "end":
      return [...early, ...judgeEnd(state, change.scope, change.on)];
    case "merge":
      return [...early, ...judgeBecoming(state, change.from, [change.to], change.on)];
    case "split":
      return [
        ...early,
        ...(new Set(change.to).size < 2 ? [{ code: "split-in-one" as const, about: change.from }] : []),
        ...judgeBecoming(state, [change.from], change.to, change.on),
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
  for (const scope of to) {
    const unit = findUnit(state, scope);
    if (!unit) faults.push({ code: "successor-unknown", about: scope });
    else if (unit.level !== "commune") faults.push({ code: "not-a-commune", about: unit.name });
    else if (reaches(state, scope, from)) faults.push({ code: "cycle", about: unit.name });
    else if (on < unit.validFrom || (unit.validTo !== "" && unit.validTo < on))
      faults.push({ code: "successor-not-then", about: unit.name });
  }
  return faults;
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
