import type { Unit } from "#shared/archive/unit.ts";
import { districtOf } from "#shared/archive/unit.ts";
import type { PortalUnits } from "#shared/contract/portal-units.ts";
import { cedes, receiversOf, type UnitChange } from "#shared/rules/unit-amendment.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { knownUnits } from "./unit-draft.ts";

/** How units and changes of them are told in words, with these tables. */
export function useUnitWords(tables: PortalUnits) {
  const words = useWords().portal.admin.units;
  const { date } = useFormat();
  const known = new Map(knownUnits(tables).map((unit) => [unit.scope, unit]));
  const nameOf = (scope: string) => known.get(scope)?.name ?? scope;
  const namesOf = (scopes: readonly string[]) => scopes.map(nameOf).join(", ");
  /** What tells a unit from another of its name: where it lies, and when it was. */
  const placeOf = ({ scope, level, validFrom, validTo }: Unit) =>
    [
      ...(level === "commune" && scope.split(".").length === 3 ? [nameOf(districtOf(scope))] : []),
      ...(validFrom === "" ? [] : [words.since(date(validFrom))]),
      ...(validTo === "" ? [] : [words.until(date(validTo))]),
    ].join(" · ");
  /** With the name before it was put right and, of a change that is decided ahead, its day. */
  const said = (change: UnitChange, formerName: string, due?: string): string => {
    switch (change.kind) {
      case "rename": {
        const former = formerName || nameOf(change.scope);
        return due === undefined
          ? words.said.rename(former, change.name)
          : words.said.renameOn(former, change.name, date(due));
      }
      case "merge":
        return words.said.merge(namesOf(change.from), nameOf(change.to), date(change.on));
      case "split":
        if (cedes(change))
          return words.said.cede(nameOf(change.from), namesOf(receiversOf(change)), date(change.on));
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
