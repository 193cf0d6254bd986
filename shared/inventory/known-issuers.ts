import { covers, districtOf, type Unit } from "#shared/archive/unit.ts";

/** The bodies of a unit that issue documents, before the unit's name; official words, whatever language is shown. */
const bodies = ["Ủy ban nhân dân", "Hội đồng nhân dân"] as const;

const central = ["Chính phủ", "Thủ tướng Chính phủ", "Quốc hội", "Ủy ban Thường vụ Quốc hội"] as const;

/**
 * Bodies that documents of a unit's fonds usually come from, the nearest first: its own, its district's and province's,
 * central ones, then those of the other communes of its district.
 */
export function knownIssuers(units: readonly Unit[], scope: string): string[] {
  const own = units.filter((unit) => covers(unit.scope, scope));
  const nearest = own.sort((one, other) => other.scope.length - one.scope.length);
  const beside = units.filter((unit) => covers(districtOf(scope), unit.scope) && !nearest.includes(unit));
  const named = (list: readonly Unit[]) =>
    list.flatMap((unit) => bodies.map((body) => `${body} ${lowerKind(unit.name)}`));
  return [...named(nearest), ...central, ...named(beside)];
}

/** "Xã Phước Hưng" → "xã Phước Hưng", as within a sentence. */
function lowerKind(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
