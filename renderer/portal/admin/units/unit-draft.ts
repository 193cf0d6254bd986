import { writeDate } from "#shared/archive/date-text.ts";
import type { Unit } from "#shared/archive/unit.ts";
import { dayAfter } from "#shared/base/vietnam-time.ts";
import { readDate } from "#shared/inventory/read-date.ts";
import type { PortalUnits } from "#shared/contract/portal-units.ts";
import type { UnitChange, unitChangeKinds } from "#shared/rules/unit-amendment.ts";

/** What stands in the form of an amendment. */
export type UnitDraft = {
  kind: (typeof unitChangeKinds)[number];
  scope: string;
  from: string[];
  to: string[];
  parent: string;
  code: string;
  name: string;
  /** As it is typed: `01/07/2025`. */
  on: string;
  /** The day from which a name is another one; empty where it is put right at once. */
  nameDay: string;
  act: string;
  reason: string;
};

/** A form that begins with a unit, or with none. */
export function blankUnitDraft(unit?: Unit): UnitDraft {
  const texts = { parent: "", code: "", nameDay: "", act: "", reason: "" };
  const name = unit?.name ?? "";
  if (!unit) return { kind: "merge", scope: "", from: [], to: [], name, on: "", ...texts };
  const kind = unit.level === "commune" ? "merge" : "rename";
  return { kind, scope: unit.scope, from: [unit.scope], to: [], name, on: dayOfBecoming([unit]), ...texts };
}

/** The day from which units that ended are something else; empty while one of them is still there. */
export function dayOfBecoming(units: readonly Unit[]): string {
  const [first] = units.map(({ validTo }) => validTo);
  return first === undefined || first === "" ? "" : writeDate(dayAfter(first, 1));
}

/** A whole day as it is typed, by day, month and year; empty where it is none. */
export function dayIn(text: string): string {
  const read = readDate(text) ?? "";
  return read.length === 10 ? read : "";
}

/** The change that a form tells; nothing while something lacks. */
export function changeOf(draft: UnitDraft): UnitChange | undefined {
  const { kind, scope, from, to, parent, name } = draft;
  const on = dayIn(draft.on);
  const code = draft.code.trim();
  const [first = ""] = to;
  const isWhole = {
    rename:
      scope !== "" && name.trim() !== "" && (draft.nameDay.trim() === "" || dayIn(draft.nameDay) !== ""),
    merge: from.length > 0 && first !== "" && on !== "",
    split: scope !== "" && first !== "" && on !== "",
    cede: scope !== "" && to.some((one) => one !== scope) && on !== "",
    found: parent !== "" && /^[0-9]{5}$/.test(code) && name.trim() !== "" && on !== "",
    end: scope !== "" && on !== "",
  }[kind];
  if (!isWhole) return undefined;
  switch (kind) {
    case "rename":
      return { kind, scope, name: name.trim() };
    case "merge":
      return { kind, from, to: first, on };
    case "split":
      return { kind, from: scope, to, on };
    case "cede":
      return { kind: "split", from: scope, to: [scope, ...to.filter((one) => one !== scope)], on };
    case "found":
      return { kind, parent, code, name: name.trim(), on };
    case "end":
      return { kind, scope, on };
  }
}

/** What is asked with a change beside it: the day of a new name, where one was given. */
export function dayOfName({ kind, nameDay }: UnitDraft): { on?: string } {
  const on = kind === "rename" ? dayIn(nameDay) : "";
  return on === "" ? {} : { on };
}

/** The units that are to be founded on a day to come: what is decided ahead may be about them. */
function plannedUnits({ planned }: Pick<PortalUnits, "planned">): Unit[] {
  return planned.flatMap(({ change, state }) => {
    if (change.kind !== "found" || state === "withdrawn") return [];
    const { code, name, parent, on } = change;
    return [
      { code, name, level: "commune" as const, scope: `${parent}.${code}`, validFrom: on, validTo: "" },
    ];
  });
}

/** The communes that may receive, those that are to be founded among them. */
export function receivingUnits(tables: Pick<PortalUnits, "after" | "planned">): Unit[] {
  return [...tables.after, ...plannedUnits(tables)];
}

/** Every unit that a change may be about: those of the tables, and those that are to be founded. */
export function knownUnits(tables: PortalUnits): Unit[] {
  return [...allUnits(tables), ...plannedUnits(tables)];
}

/** Every unit of the tables, those of today first. */
export function allUnits({ units, after }: Pick<PortalUnits, "units" | "after">): Unit[] {
  return [...after, ...units];
}
