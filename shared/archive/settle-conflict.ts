import type { Conflict, conflictChoices } from "#shared/archive/conflict.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import { canonicalJson } from "#shared/base/canonical.ts";
import type { Clock } from "#shared/base/clock.ts";

/** What becomes of a conflict: it waits, or a later edit of the field made it moot, or a person settled it. */
export type ConflictState = "open" | "superseded" | "settled";

/**
 * The state of a conflict beside its record as it is now. A later edit that left one of the two values there, as an
 * undone choice does, has decided nothing.
 */
export function stateOfConflict(conflict: Conflict, subject: ArchiveRecord): ConflictState {
  if (conflict.standing === "settled") return "settled";
  const { field, sides } = conflict;
  const clock: Clock = subject.clocks[field] ?? subject.clocks["*"] ?? "";
  const value = canonicalJson(Reflect.get(subject, field));
  const decided = sides.every((side) => clock > side.clock && value !== side.value);
  return decided ? "superseded" : "open";
}

/** The value of one side. */
export function valueOfSide(conflict: Conflict, place: 0 | 1): unknown {
  const text = conflict.sides[place]?.value;
  return text === undefined ? undefined : (JSON.parse(text) as unknown);
}

/**
 * The fields of the record that choosing a value writes. A verdict on a page is the chooser's own, so what hangs on it
 * goes along.
 */
export function fieldsOfChoice(
  conflict: Conflict,
  value: unknown,
  settler: { by: string; at: string },
): Record<string, unknown> {
  if (conflict.subject !== "pages" || conflict.field !== "verdict") return { [conflict.field]: value };
  const given = value !== "";
  return {
    verdict: value,
    ...(value === "rejected" ? {} : { defect: "" }),
    verdictAt: given ? settler.at : "",
    verdictBy: given ? settler.by : "",
  };
}

/** Which of the choices a value is. */
export function choiceOf(conflict: Conflict, value: unknown): (typeof conflictChoices)[number] {
  const text = canonicalJson(value);
  const at = conflict.sides.findIndex((side) => side.value === text);
  return at === 0 ? "first" : at === 1 ? "second" : "other";
}
