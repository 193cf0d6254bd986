import { useMemo } from "react";
import type { Unit } from "#shared/archive/unit.ts";
import { useUnits } from "#renderer/app/session.tsx";

/** The name of the unit a scope names, the empty text where it is not known. */
export type UnitNames = (scope: string) => string;

export function useUnitNames(): UnitNames {
  const units = useUnits();
  return useMemo(() => unitNames(units), [units]);
}

export function unitNames(units: readonly Unit[]): UnitNames {
  const names = new Map(units.map((unit) => [unit.scope, unit.name]));
  return (scope) => names.get(scope) ?? "";
}
