import type { Batch } from "#shared/archive/batch.ts";
import { shortestJustification } from "#shared/archive/check.ts";
import { may } from "#shared/archive/permissions.ts";
import type { Role } from "#shared/archive/role.ts";
import type { BatchStepList } from "#shared/rules/batch-steps.ts";
import { type Beside, behindOf, isTogether } from "#shared/rules/fonds-barrier.ts";

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
  if (isExplained(role, reason)) return undefined;
  const seen = new Map(passed.holds.map(({ id, at }) => [id, at]));
  if (holds.some(({ id, at }) => at > (seen.get(id) ?? ""))) return "files-held";
  const known = new Set(passed.files);
  return files.some(({ id, received }) => !received && !known.has(id)) ? "barrier" : undefined;
}

/** Whether an authority that knows the list of a batch's last step is to look at the other batches of its fonds. */
export function asksForBeside(
  { passed, state, steps }: Pick<Batch, "passed" | "state" | "steps">,
  listOf: (version: number) => BatchStepList | undefined,
): boolean {
  const last = steps?.at(-1);
  if (last?.list === undefined || last.to !== state) return false;
  const list = listOf(last.list);
  return passed?.to === state && passed.beside !== undefined && list !== undefined && isTogether(state, list);
}

/**
 * Whether the maker of a step that all batches of a fonds take together had not heard of one of them (of `beside`, where
 * the list asks for them) that is not ready for it; a checker's written reason goes past that (see `passesFonds`). One that
 * they had seen is on its way here, or was given back since, and holds nobody up.
 */
export function refuseApart(
  { passed, state, reason, steps }: Pick<Batch, "passed" | "state" | "reason" | "steps">,
  role: Role,
  beside: readonly Beside[],
): "fonds-behind" | undefined {
  if (passesFonds(state, role, { reason, past: steps?.at(-1)?.past })) return undefined;
  const seen = new Set(passed?.beside);
  return behindOf(beside, state).some(({ id }) => !seen.has(id)) ? "fonds-behind" : undefined;
}

/**
 * Whether a person goes past the other batches of a fonds by what they wrote. At acceptance that is a reason of its own
 * (`past`): what is written there of what lacks explains that and nothing else. A step that bears no `past`, not even an
 * empty one, is of a version that knew of one reason alone: that one counts.
 */
export function passesFonds(
  to: string,
  role: Role,
  { reason, past }: { reason: string; past: string | undefined },
): boolean {
  const one = to !== "accepted" || past === undefined;
  return isExplained(role, past ?? "") || (one && isExplained(role, reason));
}

function isExplained(role: Role, reason: string): boolean {
  return may(role, "justify") && reason.normalize("NFC").trim().length >= shortestJustification;
}
