import { claimAgainst, isClaim } from "#shared/archive/claim.ts";
import type { Note } from "#shared/archive/note.ts";
import { editRecord, type Stamp } from "#shared/archive/record.ts";

/**
 * A new note as an authority holds it: a claim on work that another holds there already is marked as lost to
 * that one, which keeps it. `held` are the notes on the same work, as they came before.
 */
export function ruleClaim(merged: Note, held: readonly Note[], stamp: () => Stamp): Note {
  if (!isClaim(merged) || merged.solvedAt !== "" || (merged.lostTo ?? "") !== "") return merged;
  const first = claimAgainst(merged, held.filter(isClaim));
  return first ? editRecord<Note>(merged, { lostTo: first.id }, stamp()) : merged;
}
