import type { Successor } from "./successor.ts";
import type { Unit } from "./unit.ts";

/** Units of before and after 1 July 2025, and the way from the ones to the others. */
export type UnitTables = {
  units: readonly Unit[];
  after: readonly Unit[];
  successors: readonly Successor[];
};
