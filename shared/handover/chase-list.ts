import type { ReportRow } from "#shared/archive/report-row.ts";
import { dayNumber } from "#shared/base/moment.ts";

/** How far a commune is with handing over: the worst first. */
export const chaseStates = ["nothing-listed", "nothing-given", "part", "all"] as const;

export type ChaseState = (typeof chaseStates)[number];

export type ChaseRow = {
  unit: string;
  name: string;
  listed: number;
  given: number;
  state: ChaseState;
  /** Whether it lacks something, and the day from which it is chased has come. */
  chased: boolean;
  /** Whole days after the last on which all was to be handed over; 0 while there is time, or where all is. */
  daysLate: number;
};

/**
 * The communes of a district against what each was to hand over before a day (`yyyy-mm-dd`, that day no longer in
 * time): those that lack most first. A commune that lists nothing has not begun, and is not done. From
 * `chaseFrom` on those that lack something are chased; on no day where that is empty.
 */
export function chaseList(
  rows: readonly Pick<ReportRow, "unit" | "name" | "level" | "listed" | "handedOver">[],
  { before, chaseFrom, today }: { before: string; chaseFrom: string; today: string },
): ChaseRow[] {
  const isDay = chaseFrom !== "" && today >= chaseFrom;
  const late = before === "" ? 0 : Math.max(0, dayNumber(today) - dayNumber(before) + 1);
  const chased = rows
    .filter(({ level }) => level === "commune")
    .map(({ unit, name, listed, handedOver }): ChaseRow => {
      const state = stateOf(listed.files, handedOver.files);
      const daysLate = state === "all" ? 0 : late;
      const chased = isDay && state !== "all";
      return { unit, name, listed: listed.files, given: handedOver.files, state, chased, daysLate };
    });
  return chased.sort(
    (one, other) =>
      chaseStates.indexOf(one.state) - chaseStates.indexOf(other.state) ||
      other.listed - other.given - (one.listed - one.given) ||
      one.name.localeCompare(other.name, "vi"),
  );
}

function stateOf(listed: number, given: number): ChaseState {
  if (listed === 0) return "nothing-listed";
  if (given === 0) return "nothing-given";
  return given < listed ? "part" : "all";
}
