import {
  type Batch,
  batchMoves,
  type BatchRefusal,
  type BatchState,
  goesOn,
  isAccepted,
} from "#shared/archive/batch.ts";
import { isHeld } from "#shared/archive/paper-hold.ts";
import { may } from "#shared/archive/permissions.ts";
import type { Role } from "#shared/archive/role.ts";

/** Who takes a step back. */
export type Undoing = { by: string; role: Role; reason: string };

/**
 * Whether a batch's part in an act of many may be taken back; `undefined` means yes. It may while that is the last step
 * it took, with a reason: by who took it, or whom may decide on batches, in a role that takes that step. What was
 * accepted, and what is no more, changes by no undoing.
 */
export function refuseUndo(
  batch: Pick<Batch, "state" | "steps" | "held">,
  act: string,
  { by, role, reason }: Undoing,
): BatchRefusal | undefined {
  const last = batch.steps?.at(-1);
  if (last?.mass?.id !== act || last.to !== batch.state) return "moved-since";
  const { from } = last.mass;
  if (isAccepted(from) !== isAccepted(last.to)) return "not-a-step";
  const move = batchMoves.find((known) => known.from === from && known.to === last.to);
  if (!move) return "not-a-step";
  if (!move.roles.includes(role) || (by !== last.by && !may(role, "send-back"))) return "not-your-role";
  if (isHeld(batch) && goesOn(batch.state, from)) return "batch-held";
  return reason.trim() === "" ? "reason-missing" : undefined;
}

/** A step that was taken by many batches at once, and how each stands to it now. */
export type MassAct = {
  id: string;
  from: BatchState;
  to: BatchState;
  at: string;
  by: string;
  batches: {
    batch: Batch;
    /** Whether it can be taken back, was already, or why it cannot. */
    stands: "open" | "undone" | BatchRefusal;
    /** Who took the step after it, where one was taken. */
    movedBy?: string;
  }[];
};

/** The acts of many that these batches remember, the latest first, as they stand for a person. */
export function massActs(batches: readonly Batch[], who: Pick<Undoing, "by" | "role">): MassAct[] {
  const acts = new Map<string, MassAct>();
  for (const batch of batches) {
    const { steps = [] } = batch;
    for (const [place, { mass, to, at, by }] of steps.entries()) {
      if (!mass) continue;
      const { id, from } = mass;
      const act = acts.get(id) ?? { id, from, to, at, by, batches: [] };
      const undone = steps.some(({ undoes }) => undoes === id);
      const stands = undone ? "undone" : (refuseUndo(batch, id, { ...who, reason: "-" }) ?? "open");
      const next = steps[place + 1];
      act.batches.push({ batch, stands, ...(next && !undone ? { movedBy: next.by } : {}) });
      acts.set(id, act);
    }
  }
  return [...acts.values()].sort((one, other) => (one.at < other.at ? 1 : -1));
}
