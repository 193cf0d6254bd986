import type { Unit } from "#shared/archive/unit.ts";
import { districtOf } from "#shared/archive/unit.ts";
import type { PortalUnits } from "#shared/contract/portal-units.ts";
import type { UnitChange } from "#shared/rules/unit-amendment.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { allUnits } from "./unit-draft.ts";

/** How units and changes of them are told in words, with these tables. */
export function useUnitWords(tables: PortalUnits) {
  const words = useWords().portal.admin.units;
  const { date } = useFormat();
  const known = new Map(allUnits(tables).map((unit) => [unit.scope, unit]));
  const nameOf = (scope: string) => known.get(scope)?.name ?? scope;
  const namesOf = (scopes: readonly string[]) => scopes.map(nameOf).join(", ");
  /** What tells a unit from another of its name: where it lies, and when it was. */
  const placeOf = ({ scope, level, validFrom, validTo }: Unit) =>
    [
      ...(level === "commune" && scope.split(".").length === 3 ? [nameOf(districtOf(scope))] : []),
      ...(validFrom === "" ? [] : [words.since(date(validFrom))]),
      ...(validTo === "" ? [] : [words.until(date(validTo))]),
    ].join(" · ");
  const said = (change: UnitChange, formerName: string): string => {
    switch (change.kind) {
      case "rename":
        return words.said.rename(formerName || nameOf(change.scope), change.name);
      case "merge":
        return words.said.merge(namesOf(change.from), nameOf(change.to), date(change.on));
      case "split":
        return words.said.split(nameOf(change.from), namesOf(change.to), date(change.on));
      case "found":
        return words.said.found(change.name, change.code, nameOf(change.parent), date(change.on));
      case "end":
        return words.said.end(nameOf(change.scope), date(change.on));
    }
  };
  const labelOf = (unit: Unit) => {
    const place = placeOf(unit);
    return place === "" ? `${unit.name} (${unit.code})` : `${unit.name} (${unit.code}) · ${place}`;
  };
  return { nameOf, placeOf, labelOf, said };
}
