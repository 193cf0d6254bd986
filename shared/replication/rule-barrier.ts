import type { Batch } from "#shared/archive/batch.ts";
import { shortestJustification } from "#shared/archive/check.ts";
import { may } from "#shared/archive/permissions.ts";
import type { Role } from "#shared/archive/role.ts";

/** What an authority holds in a batch: its files that stand, and the files and items that are kept back, since when. */
export type HeldInBatch = {
  files: readonly { id: string; received: boolean }[];
  holds: readonly { id: string; at: string }[];
};

export const nothingHeld: HeldInBatch = { files: [], holds: [] };

/** The states to which a batch goes only with nothing in it kept back, and past its barriers. */
export function asksWhatIsHeld(state: string): boolean {
  return state === "checking" || state === "accepted";
}

/**
 * Whether the maker of a batch's step had not heard of a file in it that was not counted in, or of something kept back
 * in it; a checker's written reason goes past both. Steps of earlier versions do not say what was seen, and pass.
 */
export function refuseUnseen(
  { passed, state, reason }: Pick<Batch, "passed" | "state" | "reason">,
  role: Role,
  { files, holds }: HeldInBatch,
): "barrier" | "files-held" | undefined {
  if (passed?.to !== state || !asksWhatIsHeld(state)) return undefined;
  if (may(role, "justify") && reason.normalize("NFC").trim().length >= shortestJustification)
    return undefined;
  const seen = new Map(passed.holds.map(({ id, at }) => [id, at]));
  if (holds.some(({ id, at }) => at > (seen.get(id) ?? ""))) return "files-held";
  const known = new Set(passed.files);
  return files.some(({ id, received }) => !received && !known.has(id)) ? "barrier" : undefined;
}
