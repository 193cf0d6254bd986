import type { Successor } from "#shared/archive/successor.ts";
import type { UnitTables } from "#shared/archive/unit-tables.ts";
import type { Unit } from "#shared/archive/unit.ts";
import { amendUnits, type UnfitAmendment } from "./amend-units.ts";
import type { UnitAmendment } from "./unit-amendment.ts";

/** The tables of units as they are under the amendments that came last. */
export type LiveUnits = UnitTables & {
  /** The tables that came with the program. */
  base: UnitTables;
  /** Puts these amendments in force, in place of those before; answers those that do not fit. */
  amend: (amendments: readonly UnitAmendment[]) => UnfitAmendment[];
};

/**
 * Tables whose lists stay the same lists while what they hold is exchanged in one step: whoever was handed one reads
 * what is in force, and never half of a change.
 */
export function liveUnits(base: UnitTables): LiveUnits {
  const units: Unit[] = [...base.units];
  const after: Unit[] = [...base.after];
  const successors: Successor[] = [...base.successors];
  return {
    ...{ base, units, after, successors },
    amend(amendments) {
      const { tables, unfit } = amendUnits(base, amendments);
      units.splice(0, units.length, ...tables.units);
      after.splice(0, after.length, ...tables.after);
      successors.splice(0, successors.length, ...tables.successors);
      return unfit;
    },
  };
}
