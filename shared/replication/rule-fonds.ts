import type { Fonds } from "#shared/archive/fonds.ts";
import { editRecord, type Stamp } from "#shared/archive/record.ts";

/** The identifiers that the province confirms. */
export type FondsCodes = Pick<Fonds, "code" | "archiveCode">;

/**
 * The fonds the province holds after a push. Only the province confirms its codes: what a device says of that is
 * set back, and codes that differ from those confirmed are provisional again. A fonds stays with the unit it was
 * registered for, and is never re-filed under another. All other fields of the push are taken. What is ruled is
 * written at the province's own clock, so that it wins wherever it is merged.
 */
export function ruleFonds(stored: Fonds | undefined, merged: Fonds, stamp: Stamp): Fonds {
  if (stored === undefined) return editRecord(merged, { codesConfirmedAt: "" }, stamp);
  const codesConfirmedAt = haveSameCodes(stored, merged) ? stored.codesConfirmedAt : "";
  return editRecord(merged, { scope: stored.scope, codesConfirmedAt }, stamp);
}

/**
 * The fonds with its codes confirmed at `at` (ISO 8601); as it was where they are confirmed already, where one of
 * them is lacking, where it is withdrawn, or where they are no longer the ones that were looked at.
 */
export function confirmCodes(stored: Fonds, seen: FondsCodes, at: string, stamp: Stamp): Fonds {
  const open = stored.codesConfirmedAt === "" && stored.withdrawn === "";
  const whole = stored.code !== "" && stored.archiveCode !== "";
  if (!open || !whole || !haveSameCodes(stored, seen)) return stored;
  return editRecord(stored, { codesConfirmedAt: at }, stamp);
}

function haveSameCodes(one: FondsCodes, other: FondsCodes): boolean {
  return one.code === other.code && one.archiveCode === other.archiveCode;
}
