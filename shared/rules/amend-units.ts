import type { Successor } from "#shared/archive/successor.ts";
import type { UnitTables } from "#shared/archive/unit-tables.ts";
import { lastDistrictDay, type Unit } from "#shared/archive/unit.ts";
import { dayAfter } from "#shared/base/vietnam-time.ts";
import { findUnit, judgeUnitChange, tidy, type UnitFault, type UnitState } from "./judge-unit-change.ts";
import type { UnitAmendment, UnitChange } from "./unit-amendment.ts";

/** An amendment that does not fit the tables as they were when its turn came: it changes nothing. */
export type UnfitAmendment = { number: number; faults: UnitFault[] };

/** What the tables are under a province's amendments, and which of these do not fit them. */
export type AmendedUnits = { tables: UnitTables; unfit: UnfitAmendment[] };

/**
 * The tables that come with the program under a province's amendments, each taken in its turn. Nothing is deleted: a
 * unit that ended stays, and what is stored under its scope stays its own; what became of it is told through to the
 * units of today. One that does not fit is left out and named with each of its faults.
 */
export function amendUnits(base: UnitTables, amendments: readonly UnitAmendment[]): AmendedUnits {
  let state = stateOf(base);
  const unfit: UnfitAmendment[] = [];
  for (const { number, change } of amendments) {
    const faults = judgeUnitChange(state, change);
    if (faults.length > 0) unfit.push({ number, faults });
    else state = changed(state, change);
  }
  return { tables: amendments.length === unfit.length ? base : tablesOf(state), unfit };
}

/** The faults of one change of these tables, where it is to be in force by `today`, and what they would be under it. */
export function tryUnitChange(
  base: UnitTables,
  amendments: readonly UnitAmendment[],
  change: UnitChange,
  today: string,
): { faults: UnitFault[]; tables: UnitTables } {
  const before = amendments.reduce<UnitState>(
    (state, one) => (judgeUnitChange(state, one.change).length > 0 ? state : changed(state, one.change)),
    stateOf(base),
  );
  const faults = judgeUnitChange(before, change, today);
  return { faults, tables: tablesOf(faults.length > 0 ? before : changed(before, change)) };
}

function stateOf({ units, after, successors }: UnitTables): UnitState {
  const became = new Map<string, string[]>();
  for (const { from, to } of successors) became.set(from, [...(became.get(from) ?? []), to.scope]);
  return { units, after, became };
}

function changed(state: UnitState, change: UnitChange): UnitState {
  switch (change.kind) {
    case "rename":
      return withUnits(state, [change.scope], (unit) => ({ ...unit, name: tidy(change.name) }));
    case "found":
      return withNew(state, change);
    case "end":
      return ended(state, [change.scope], change.on);
    case "merge":
      return becoming(ended(state, change.from, dayAfter(change.on, -1)), change.from, [change.to]);
    case "split":
      return becoming(ended(state, [change.from], dayAfter(change.on, -1)), [change.from], change.to);
  }
}

function withUnits(state: UnitState, scopes: readonly string[], next: (unit: Unit) => Unit): UnitState {
  const mapped = (list: readonly Unit[]) =>
    list.map((unit) => (scopes.includes(unit.scope) ? next(unit) : unit));
  return { ...state, units: mapped(state.units), after: mapped(state.after) };
}

/** Below a district it is a commune of before July 2025, below the province one of today. */
function withNew(state: UnitState, { parent, code, name, on }: UnitChange & { kind: "found" }): UnitState {
  const unit = {
    code,
    name: tidy(name),
    level: "commune" as const,
    scope: `${parent}.${code}`,
    validFrom: on,
  };
  return findUnit(state, parent)?.level === "district"
    ? { ...state, units: [...state.units, { ...unit, validTo: lastDistrictDay }] }
    : { ...state, after: [...state.after, { ...unit, validTo: "" }] };
}

function ended(state: UnitState, scopes: readonly string[], last: string): UnitState {
  return withUnits(state, scopes, (unit) => ({ ...unit, validTo: last }));
}

function becoming(state: UnitState, from: readonly string[], to: readonly string[]): UnitState {
  const became = new Map(state.became);
  for (const scope of from) became.set(scope, [...to]);
  return { ...state, became };
}

function tablesOf(state: UnitState): UnitTables {
  const successors = [...state.became.keys()].flatMap((from): Successor[] => {
    const leaves = leavesBelow(state, from);
    return [...leaves].flatMap(([scope, earlier]) => {
      const to = findUnit(state, scope);
      const more = earlier.length > 0 ? { earlier } : {};
      return to ? [{ from, to, part: leaves.size > 1, ...more }] : [];
    });
  });
  return { units: state.units, after: state.after, successors };
}

/**
 * The units of today that a unit became, with the codes of those between that lead to one alone: a choice that was
 * made between them stays a choice. One that was divided since leads to none, and is to be chosen anew.
 */
function leavesBelow(state: UnitState, scope: string): Map<string, string[]> {
  const leaves = new Map<string, string[]>();
  for (const next of state.became.get(scope) ?? []) {
    const below = leavesBelow(state, next);
    if (below.size === 0) leaves.set(next, leaves.get(next) ?? []);
    for (const [leaf, codes] of below) {
      const own = below.size === 1 ? [codeOf(state, next)] : [];
      leaves.set(leaf, [...new Set([...(leaves.get(leaf) ?? []), ...codes, ...own])]);
    }
  }
  return leaves;
}

function codeOf(state: UnitState, scope: string): string {
  return findUnit(state, scope)?.code ?? "";
}
