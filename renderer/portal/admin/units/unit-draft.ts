import { writeDate } from "#shared/archive/date-text.ts";
import type { Unit } from "#shared/archive/unit.ts";
import { dayAfter } from "#shared/base/vietnam-time.ts";
import { readDate } from "#shared/inventory/read-date.ts";
import type { PortalUnits } from "#shared/contract/portal-units.ts";
import type { UnitChange } from "#shared/rules/unit-amendment.ts";

/** What stands in the form of an amendment. */
export type UnitDraft = {
  kind: UnitChange["kind"];
  scope: string;
  from: string[];
  to: string[];
  parent: string;
  code: string;
  name: string;
  /** As it is typed: `01/07/2025`. */
  on: string;
  act: string;
  reason: string;
};

/** A form that begins with a unit, or with none. */
export function blankUnitDraft(unit?: Unit): UnitDraft {
  const texts = { parent: "", code: "", act: "", reason: "" };
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
    rename: scope !== "" && name.trim() !== "",
    merge: from.length > 0 && first !== "" && on !== "",
    split: scope !== "" && first !== "" && on !== "",
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
    case "found":
      return { kind, parent, code, name: name.trim(), on };
    case "end":
      return { kind, scope, on };
  }
}

/** Every unit of the tables, those of today first. */
export function allUnits({ units, after }: Pick<PortalUnits, "units" | "after">): Unit[] {
  return [...after, ...units];
}
