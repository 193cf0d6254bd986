import type { UnitTables } from "#shared/archive/unit-tables.ts";
import { isDay } from "#shared/base/moment.ts";
import { dayAfter } from "#shared/base/vietnam-time.ts";
import { tryUnitChange } from "./amend-units.ts";
import type { UnitFault } from "./judge-unit-change.ts";
import type { UnitAmendment, UnitChange } from "./unit-amendment.ts";

/** A change that was decided ahead: `place` is its turn among those, `due` the day from which it is to be in force. */
export type PlannedChange = { place: number; due: string; change: UnitChange };

/**
 * The day from which a change is in force. A unit ends with its last day, and is no more from the next; a name is put
 * right at once, or from the day that was given. Empty where there is no such day.
 */
export function dueDay(change: UnitChange, named = ""): string {
  if (change.kind === "rename") return isDay(named) ? named : "";
  if (!isDay(change.on)) return "";
  return change.kind === "end" ? dayAfter(change.on, 1) : change.on;
}

/** Changes that were decided ahead, in the order in which they come into force. */
export function inTurn<One extends Pick<PlannedChange, "place" | "due">>(planned: readonly One[]): One[] {
  return [...planned].sort(
    (one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0) || one.place - other.place,
  );
}

/** What is decided ahead and in force before a change that would be the last of its day. */
export function plannedBefore<One extends PlannedChange>(planned: readonly One[], due: string): One[] {
  return inTurn(planned).filter((one) => one.due <= due);
}

/**
 * What each change that was decided ahead would meet in its turn, if nothing else were amended until then: its faults
 * where it would not fit, and the tables just before it.
 */
export function foreseeUnits<One extends PlannedChange>(
  base: UnitTables,
  amendments: readonly UnitAmendment[],
  planned: readonly One[],
): { one: One; faults: UnitFault[]; before: UnitTables }[] {
  const turns = inTurn(planned);
  return turns.map((one, at) => {
    const { faults, before } = tryUnitChange(base, [...amendments, ...turns.slice(0, at)], one.change);
    return { one, faults, before };
  });
}
