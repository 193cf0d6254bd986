import { editRecord, type Stamp } from "#shared/archive/record.ts";
import type { Term } from "#shared/archive/term.ts";
import type { TermDecision } from "#shared/contract/province-terms.ts";

/**
 * The term the province holds after a push. Only the province decides on it: what a device says of that is set back,
 * and once it is decided neither its word nor its counting is the device's to change. A term stays in its unit and its
 * list. What is ruled is written at the province's own clock, so that it wins wherever it is merged.
 */
export function ruleTerm(stored: Term | undefined, merged: Term, stamp: Stamp): Term {
  if (stored === undefined) {
    return editRecord(merged, { standing: "local", mergedInto: "", decidedAt: "", decidedBy: "" }, stamp);
  }
  const { scope, list, standing, mergedInto, decidedAt, decidedBy, label, withdrawn } = stored;
  const kept = { scope, list, standing, mergedInto, decidedAt, decidedBy };
  return editRecord(merged, standing === "local" ? kept : { ...kept, label, withdrawn }, stamp);
}

/** Who decides, and when (ISO 8601). */
export type Decider = { at: string; by: string };

/**
 * The term as the province decides: accepted, or merged into another label. As it was where it is decided already,
 * withdrawn, no longer the label that was looked at, or would stand for itself.
 */
export function decideTerm(stored: Term, decision: TermDecision, decider: Decider, stamp: Stamp): Term {
  const into = decision.into.normalize("NFC").trim();
  const open = stored.standing === "local" && stored.withdrawn === "";
  if (!open || stored.label !== decision.label || into === stored.label) return stored;
  const standing = into === "" ? "accepted" : "merged";
  const { at: decidedAt, by: decidedBy } = decider;
  return editRecord(stored, { standing, mergedInto: into, decidedAt, decidedBy }, stamp);
}
