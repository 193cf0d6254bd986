import { type Static, Type } from "typebox";
import { Said } from "#shared/base/schema.ts";

const scope = Type.String({ maxLength: 24, pattern: "^[0-9]+(\\.[0-9]+){0,2}$" });
const day = Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" });
const name = Type.String({ minLength: 1, maxLength: 120, pattern: "\\S" });
const several = Type.Array(scope, { minItems: 1, maxItems: 30 });

/** One change of the tables of units; nothing that was there is taken away by any. */
export const unitChangeSchema = Type.Union([
  /** The name of a unit put right: it is the same unit. */
  Type.Object({ kind: Type.Literal("rename"), scope, name }, { additionalProperties: false }),
  /** A commune that the tables lack: of today below the province, of before July 2025 below its district. */
  Type.Object(
    {
      kind: Type.Literal("found"),
      parent: scope,
      code: Type.String({ pattern: "^[0-9]{5}$" }),
      name,
      on: day,
    },
    { additionalProperties: false },
  ),
  /** Communes that become one other on a day, or did, where the tables told it otherwise. */
  Type.Object(
    { kind: Type.Literal("merge"), from: several, to: scope, on: day },
    { additionalProperties: false },
  ),
  /** A commune that was divided among several; where it is one of these itself, it stays and gives parts away (`cedes`). */
  Type.Object(
    { kind: Type.Literal("split"), from: scope, to: several, on: day },
    { additionalProperties: false },
  ),
  /** The last day of a commune of which nothing says yet what it became. */
  Type.Object({ kind: Type.Literal("end"), scope, on: day }, { additionalProperties: false }),
]);

export type UnitChange = Static<typeof unitChangeSchema>;

/** The kinds of changes, in the order in which they are offered; a `cede` is a `split` of its own sort. */
export const unitChangeKinds = ["rename", "merge", "split", "cede", "found", "end"] as const;

/**
 * Whether a commune gives parts of itself to others and stays. It is told as a division into itself and these: programs
 * of before find a circle in that and leave it out, where a kind of its own would have them refuse all the rules.
 */
export function cedes({ from, to }: UnitChange & { kind: "split" }): boolean {
  return to.includes(from);
}

/** Those that are given the parts of a commune that stays, or all of one that does not. */
export function receiversOf({ from, to }: UnitChange & { kind: "split" }): string[] {
  return to.filter((scope) => scope !== from);
}

/** Why and by which act of law an amendment is made. */
export const unitReasonSchema = Type.Object({
  /** The act: "Nghị quyết số 1664/NQ-UBTVQH15 ngày 16/6/2025". */
  act: Said(300),
  reason: Said(500),
});

/** A province's amendment of the tables that come with the program; they are numbered from 1, without gaps. */
export const unitAmendmentSchema = Type.Object({
  number: Type.Integer({ minimum: 1 }),
  /** When it was published, and by whom. */
  at: Type.String({ minLength: 1, maxLength: 30 }),
  by: Type.String({ maxLength: 200 }),
  ...unitReasonSchema.properties,
  change: unitChangeSchema,
});

export type UnitAmendment = Static<typeof unitAmendmentSchema>;

/** As many amendments as a province may make. */
export const mostAmendments = 1000;

/** The scopes of the units that a change is about: who makes it rules them all. */
export function scopesOf(change: UnitChange): string[] {
  switch (change.kind) {
    case "rename":
    case "end":
      return [change.scope];
    case "found":
      return [change.parent];
    case "merge":
      return [...change.from, change.to];
    case "split":
      return [change.from, ...change.to];
  }
}
