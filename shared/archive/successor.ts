import { type Static, Type } from "typebox";
import {
  covers,
  firstDayAfter,
  lastDistrictDay,
  rowsOf,
  type Unit,
  unitOn,
  unitSchema,
} from "#shared/archive/unit.ts";

/** What a commune of before 1 July 2025 became, or a part of it (table of conversion of the National Statistics Office). */
export const successorSchema = Type.Object({
  /** Scope of the unit that ended: `52.550.21952`. */
  from: Type.String(),
  to: unitSchema,
  /** True where only a part of the old commune went to this one: another has the rest. */
  part: Type.Boolean(),
  /** Codes of communes since July 2025 that became `to` alone: a file for which one was chosen is this one's. */
  earlier: Type.Optional(Type.Array(Type.String())),
  /** Scope of a commune that stayed and gave a part of itself to `to`: nothing goes there unless a person chooses so. */
  ceded: Type.Optional(Type.String()),
});

export type Successor = Static<typeof successorSchema>;

/**
 * The successors of every commune, from the table `old_code, old_name, district_code, new_code, new_name, extent, …`
 * and the units of both periods. A split commune has several. Throws where the table names a unit that is not there.
 */
export function readSuccessors(successorsCsv: string, units: readonly Unit[]): Successor[] {
  return rowsOf(successorsCsv).map(([oldCode = "", , , newCode = "", , extent]) => {
    const from = unitOn(units, oldCode, lastDistrictDay);
    const to = unitOn(units, newCode, firstDayAfter);
    if (!from || !to) throw new Error(`no unit of the table of successors: ${oldCode} → ${newCode}`);
    return { from: from.scope, to, part: extent === "PART" };
  });
}

/** What became of the unit of a scope: one commune; several where it was split. None for a district or a province. */
export function successorsOf(successors: readonly Successor[], scope: string): Successor[] {
  return successors.filter(({ from }) => from === scope);
}

/** The commune of today that keeps all that a unit left; nothing where the unit was divided among several, or is none. */
function keeperOf(choices: readonly Successor[]): Successor | undefined {
  const [only, ...more] = choices.filter(({ ceded }) => ceded === undefined);
  return more.length === 0 ? only : undefined;
}

/** The communes, each once, that the communes below a district or province went to. */
export function successorsBelow(successors: readonly Successor[], scope: string): Unit[] {
  const units = new Map<string, Unit>();
  for (const { from, to } of successors) {
    if (from !== scope && covers(scope, from)) units.set(to.scope, to);
  }
  return [...units.values()];
}

/**
 * Where a file goes on 1 July 2025: `known` to the only successor of its unit, or to the one chosen; `stays` with the
 * only one, first of the choices, which gave a part of itself away since, while nobody chose; `open` while a split unit's
 * file has no (valid) choice, which is never guessed; `none` where the unit has no single successor.
 */
export type Receiving =
  | { kind: "known"; unit: Unit; chosen: boolean }
  | { kind: "stays"; unit: Unit; choices: Successor[] }
  | { kind: "open"; choices: Successor[] }
  | { kind: "none" };

/** The commune that receives a file of a unit (`scope`: that of its fonds), with the choice made on the file. */
export function receivingUnit(successors: readonly Successor[], scope: string, choice: string): Receiving {
  const choices = successorsOf(successors, scope);
  const [only] = choices;
  if (!only) return { kind: "none" };
  if (choices.length === 1) return { kind: "known", unit: only.to, chosen: false };
  const chosen = choiceToday(choices, choice);
  if (chosen) return { kind: "known", unit: chosen.to, chosen: true };
  const keeper = keeperOf(choices);
  if (!keeper) return { kind: "open", choices };
  return { kind: "stays", unit: keeper.to, choices: [keeper, ...choices.filter((one) => one !== keeper)] };
}

/** The communes under which a file is found: the one that it goes to, or all that it may go to, its keeper first. */
export function foundUnder(receiving: Receiving): Unit[] {
  if (receiving.kind === "none") return [];
  return receiving.kind === "known" ? [receiving.unit] : receiving.choices.map(({ to }) => to);
}

/** What a choice that was made on a file is today: itself, or the one commune that the chosen one became since. */
export function choiceToday(choices: readonly Successor[], choice: string): Successor | undefined {
  return choices.find((one) => codesOf(one).includes(choice));
}

/** The codes by which a successor is chosen: its own, and those of units that became it since. */
export function codesOf({ to, earlier = [] }: Successor): string[] {
  return [to.code, ...earlier];
}
