import type { Successor } from "#shared/archive/successor.ts";
import type { UnitTables } from "#shared/archive/unit-tables.ts";
import { lastDistrictDay, type Unit } from "#shared/archive/unit.ts";
import { dayAfter } from "#shared/base/vietnam-time.ts";
import { findUnit, judgeUnitChange, tidy, type UnitFault, type UnitState } from "./judge-unit-change.ts";
import { cedes, receiversOf, type UnitAmendment, type UnitChange } from "./unit-amendment.ts";

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

/** The faults of one change after these, and what the tables are without and under it. */
export function tryUnitChange(
  base: UnitTables,
  earlier: readonly Pick<UnitAmendment, "change">[],
  change: UnitChange,
): { faults: UnitFault[]; before: UnitTables; tables: UnitTables } {
  const state = earlier.reduce<UnitState>(
    (met, one) => (judgeUnitChange(met, one.change).length > 0 ? met : changed(met, one.change)),
    stateOf(base),
  );
  const faults = judgeUnitChange(state, change);
  const before = tablesOf(state);
  return { faults, before, tables: faults.length > 0 ? before : tablesOf(changed(state, change)) };
}

function stateOf({ units, after, successors }: UnitTables): UnitState {
  const became = new Map<string, string[]>();
  for (const { from, to } of successors) became.set(from, [...(became.get(from) ?? []), to.scope]);
  return { units, after, became, ceded: new Map() };
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
      if (cedes(change)) return ceding(state, change);
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

/** What went to the giver before, whole or in part, may be of the part that it gives away; what comes to it later is not. */
function ceding(state: UnitState, change: UnitChange & { kind: "split" }): UnitState {
  const ceded = new Map(state.ceded);
  const origins = new Set([change.from, ...state.became.keys(), ...state.ceded.keys()]);
  for (const origin of origins) {
    const { kept, parts } = leavesOf(state, origin);
    if (origin !== change.from && !kept.has(change.from) && !parts.has(change.from)) continue;
    const given = receiversOf(change).map((to) => ({ to, giver: change.from }));
    ceded.set(origin, [...(ceded.get(origin) ?? []), ...given]);
  }
  return { ...state, ceded };
}

function tablesOf(state: UnitState): UnitTables {
  const origins = new Set([...state.became.keys(), ...state.ceded.keys()]);
  const successors = [...origins].flatMap((from): Successor[] => {
    const { kept, parts } = leavesOf(state, from);
    const rowsOf = (leaves: ReadonlyMap<string, Leaf>, isPart: boolean) =>
      [...leaves].flatMap(([scope, { codes, giver }]): Successor[] => {
        const to = findUnit(state, scope);
        const more = { ...(codes.length > 0 && { earlier: codes }), ...(isPart && { ceded: giver }) };
        return to ? [{ from, to, part: isPart || kept.size > 1, ...more }] : [];
      });
    return [...rowsOf(kept, false), ...rowsOf(parts, true)];
  });
  return { units: state.units, after: state.after, successors };
}

/** A unit of today that another became: with the codes of those between, and of a part with who gave it away. */
type Leaf = { codes: string[]; giver: string };

/** What a unit became, and beside these the units that were given a part and that nothing goes to but by choice. */
function leavesOf(state: UnitState, origin: string): { kept: Map<string, Leaf>; parts: Map<string, Leaf> } {
  const kept = new Map<string, Leaf>();
  const below = leavesBelow(state, origin);
  // Who gives a part away and is still there keeps what is its own.
  if (below.size === 0) kept.set(origin, { codes: [], giver: "" });
  const given = state.ceded.get(origin) ?? [];
  // A commune of today that gave a part away may have been chosen by its own code before it became another.
  const wasChosen = given.length > 0 && below.size === 1 && state.after.some(({ scope }) => scope === origin);
  const own = wasChosen ? [codeOf(state, origin)] : [];
  for (const [scope, codes] of below) kept.set(scope, { codes: [...codes, ...own], giver: "" });
  const parts = new Map<string, Leaf>();
  for (const { to, giver } of given)
    for (const [scope, codes] of leavesThrough(state, [to])) {
      const known = kept.get(scope) ?? parts.get(scope);
      if (known) known.codes = [...new Set([...known.codes, ...codes])];
      else parts.set(scope, { codes, giver });
    }
  return { kept, parts };
}

/**
 * The units of today that a unit became, with the codes of those between that lead to one alone: a choice that was
 * made between them stays a choice. One that was divided since leads to none, and is to be chosen anew.
 */
function leavesBelow(state: UnitState, scope: string): Map<string, string[]> {
  return leavesThrough(state, state.became.get(scope) ?? []);
}

function leavesThrough(state: UnitState, nexts: readonly string[]): Map<string, string[]> {
  const leaves = new Map<string, string[]>();
  for (const next of nexts) {
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
