import type { Role } from "#shared/archive/role.ts";
import { covers, districtOf, type Unit } from "#shared/archive/unit.ts";
import { fold } from "#shared/base/fold.ts";

/** The level of unit that a person of each role belongs to. */
export const levelOfRole: Record<Role, Unit["level"]> = {
  "commune-preparer": "commune",
  sorter: "district",
  "capture-operator": "district",
  checker: "district",
  approver: "district",
  "district-checker": "district",
  "province-officer": "province",
  administrator: "district",
};

/** The units to choose from in a role, communes with their district's name, in the order of their names. */
export function unitChoices(units: readonly Unit[], role: Role): { value: string; label: string }[] {
  const names = new Map(units.map((unit) => [unit.scope, unit.name]));
  return units
    .filter((unit) => unit.level === levelOfRole[role])
    .map(({ scope, name, level }) => ({
      value: scope,
      label: level === "commune" ? `${name} – ${names.get(districtOf(scope)) ?? ""}` : name,
    }))
    .sort((one, other) => inOrder.compare(one.label, other.label));
}

/** The units whose fonds a person of a unit may make: the unit itself, then those below it in the order of their names. */
export function fondsUnits(units: readonly Unit[], scope: string): { value: string; label: string }[] {
  return units
    .filter((unit) => covers(scope, unit.scope))
    .map((unit) => ({ value: unit.scope, label: unit.name }))
    .sort(
      (one, other) =>
        Number(other.value === scope) - Number(one.value === scope) ||
        inOrder.compare(one.label, other.label),
    );
}

const inOrder = new Intl.Collator("vi");

/** Whether a name holds every word typed, without regard to accents and case. */
export function meets(label: string, typed: string): boolean {
  const name = fold(label);
  return fold(typed)
    .split(/\s+/)
    .every((word) => name.includes(word));
}

/** Whether a name begins as typed: such names come first, before those that only lie in a unit so named. */
export function begins(label: string, typed: string): boolean {
  return fold(label).startsWith(fold(typed).trim());
}
