import {
  type Batch,
  type BatchRefusal,
  type BatchState,
  batchMoves,
  goesOn,
  isAccepted,
  isOwnWork,
} from "#shared/archive/batch.ts";
import { noSeal } from "#shared/archive/decision.ts";
import { isHeld } from "#shared/archive/paper-hold.ts";
import { may } from "#shared/archive/permissions.ts";
import {
  asksForBeside,
  type HeldInBatch,
  nothingHeld,
  refuseApart,
  refuseUnseen,
} from "#shared/replication/rule-barrier.ts";
import { type Stamp, editRecord } from "#shared/archive/record.ts";
import type { Role } from "#shared/archive/role.ts";
import { refuseUndo } from "#shared/archive/undo-step.ts";
import type { SealVerdict } from "#shared/replication/rule-seal.ts";
import type { BatchStepList } from "#shared/rules/batch-steps.ts";
import type { Beside } from "#shared/rules/fonds-barrier.ts";
import { refuseLastStep } from "#shared/rules/own-steps.ts";

/** What an authority knows beside a batch. */
export type KnownOfBatch = {
  /** Those that it holds as open. */
  reworks?: readonly string[] | undefined;
  /** What it holds in the batch. */
  content?: HeldInBatch | undefined;
  /** The other batches that it holds files of the same fonds in; read where `asksForBeside` says so. */
  beside?: readonly Beside[] | undefined;
  /** The list of steps of a version; a step under one that is not known goes by the table of moves alone. */
  listOf?: ((version: number) => BatchStepList | undefined) | undefined;
  /** How what it holds of the batch's content stands to what was accepted, where the push brings an acceptance. */
  sealed?: SealVerdict | undefined;
  /** In which role the last step was taken, where that is known of whoever took it; else the step says. */
  as?: Role | undefined;
};

/**
 * The batch the province holds after a push: `merged`, if the way from the stored state to its state is open to
 * the pushing device's role; else the stored state with `refusal` set, written at the province's own clock, so
 * that it wins wherever it is merged; a move that is taken ends an earlier refusal. All other fields of the push
 * are taken. A batch not yet stored starts as a draft. Whoever listed or captured of a batch does not accept it, and
 * nobody while one of its `reworks` is open that whoever accepted it had not closed. `content` is what the authority
 * holds in it, of which whoever moves it on to its check or acceptance must have known. A step that many batches took at
 * once is taken back while it is the last the authority knows of. Where the authority knows the list of steps that the
 * last was taken under, it rules by that too. Nothing is accepted whose content is not what the authority holds.
 */
export function ruleBatch(
  stored: Batch | undefined,
  merged: Batch,
  role: Role,
  stamp: Stamp,
  {
    reworks = [],
    content = nothingHeld,
    beside = [],
    listOf = () => undefined,
    sealed,
    as,
  }: KnownOfBatch = {},
): Batch {
  const from = stored?.state ?? "draft";
  const unlisted = refuseLastStep(merged, listOf, as);
  if (from === merged.state)
    return keepSeal(stored, unlisted ? keepSteps(stored, merged, stamp) : merged, role, stamp, sealed);
  const undone = stored && takenBack(stored, merged, role);
  const again = stored !== undefined && bringsOtherSeal(stored, merged);
  const accepts = isAccepted(merged.state) && (again || !isAccepted(from));
  const own = accepts && isOwnWork(merged, merged.decidedBy);
  const rework = accepts && reworks.some((id) => merged.settled?.includes(id) !== true);
  // Held as the authority knew, and still: who pushes had not heard of it. A hold that comes with the step came after it.
  const held = stored !== undefined && isHeld(stored) && isHeld(merged) && goesOn(from, merged.state);
  const refusal =
    (undone && "refusal" in undone
      ? undone.refusal
      : comesAtItsCheck(stored, merged, role)
        ? undefined
        : refuseWay(undone?.from ?? from, merged.state, role, merged.reason)) ??
    unlisted ??
    (again && !mayAcceptAgain(role) ? "not-your-role" : undefined) ??
    (held ? "batch-held" : own ? "own-work" : rework ? "rework-open" : undefined) ??
    (goesOn(from, merged.state) ? refuseOnward(merged, role, content, beside, listOf) : undefined) ??
    (accepts ? refuseSeal(sealed) : undefined);
  if (refusal === undefined) return editRecord(merged, { refusal: "" }, stamp);
  const kept = {
    state: from,
    handedOverAt: stored?.handedOverAt ?? "",
    handedOverBy: stored?.handedOverBy ?? "",
    receivedAt: stored?.receivedAt ?? "",
    receivedBy: stored?.receivedBy ?? "",
    decidedAt: stored?.decidedAt ?? "",
    decidedBy: stored?.decidedBy ?? "",
    reason: stored?.reason ?? "",
    ...(merged.seal ? { seal: stored?.seal ?? noSeal } : {}),
    ...(merged.steps ? { steps: stored?.steps ?? [] } : {}),
    refusal,
  };
  return editRecord(merged, kept, stamp);
}

/**
 * Whether a batch that was never seen comes at its check from who accepts, though they bring none there: they could
 * bring it as accepted, and it does come so where they took it in before all that it was accepted with.
 */
function comesAtItsCheck(stored: Batch | undefined, { state }: Batch, role: Role): boolean {
  return stored === undefined && state === "checking" && may(role, "accept");
}

function refuseOnward(
  merged: Batch,
  role: Role,
  content: HeldInBatch,
  beside: readonly Beside[],
  listOf: (version: number) => BatchStepList | undefined,
): BatchRefusal | undefined {
  const unseen = refuseUnseen(merged, role, content);
  return unseen ?? (asksForBeside(merged, listOf) ? refuseApart(merged, role, beside) : undefined);
}

/**
 * From where a batch goes on for who took its last step back, before anything that they did after; or why not. Nothing
 * where the push takes back no step that the authority knows of.
 */
function takenBack(
  stored: Batch,
  merged: Batch,
  role: Role,
): { from: BatchState } | { refusal: BatchRefusal } | undefined {
  for (const { undoes, by, reason } of merged.steps ?? []) {
    const known = stored.steps ?? [];
    const mass = known.find((step) => undoes !== undefined && step.mass?.id === undoes)?.mass;
    if (undoes === undefined || !mass || known.some((step) => step.undoes === undoes)) continue;
    const refusal = refuseUndo({ state: stored.state, steps: known }, undoes, { by, role, reason });
    return refusal ? { refusal } : { from: mass.from };
  }
  return undefined;
}

/** A step that its list refuses, to where the batch has come already, is none: those that the authority knows stay. */
function keepSteps(stored: Batch | undefined, merged: Batch, stamp: Stamp): Batch {
  const known = stored?.steps ?? [];
  return JSON.stringify(known) === JSON.stringify(merged.steps)
    ? merged
    : editRecord(merged, { steps: known }, stamp);
}

/**
 * A batch that stays accepted keeps what it was accepted as; only who may reopen and accept, and did not make it,
 * brings another acceptance at once.
 */
function keepSeal(
  stored: Batch | undefined,
  merged: Batch,
  role: Role,
  stamp: Stamp,
  sealed: SealVerdict | undefined,
): Batch {
  if (!stored || !isAccepted(stored.state)) return merged;
  const { seal = noSeal, decidedAt, decidedBy } = stored;
  if ((merged.seal ?? noSeal).digest === seal.digest && merged.decidedAt === decidedAt) return merged;
  const again = mayAcceptAgain(role) && !isOwnWork(merged, merged.decidedBy);
  const refusal = refuseSeal(sealed);
  if (again && refusal === undefined) return merged;
  return editRecord(merged, { seal, decidedAt, decidedBy, ...(again && refusal ? { refusal } : {}) }, stamp);
}

/** Whether a push takes an accepted batch a step on with another seal: it was opened and accepted again in between. */
function bringsOtherSeal(stored: Batch, merged: Batch): boolean {
  const accepted = isAccepted(stored.state) && isAccepted(merged.state);
  return accepted && (merged.seal ?? noSeal).digest !== (stored.seal ?? noSeal).digest;
}

function mayAcceptAgain(role: Role): boolean {
  return may(role, "reopen") && may(role, "accept");
}

function refuseSeal(sealed: SealVerdict | undefined): BatchRefusal | undefined {
  return sealed === "differs" ? "seal-differs" : sealed === "lacks" ? "seal-lacks" : undefined;
}

type WayRefusal = "not-a-step" | "not-your-role" | "reason-missing";

/**
 * Whether a device may bring a batch from one state to another; `undefined` means yes. Several steps may have
 * been made offline: the last must be open to the device's role. Those before it may be another's (a commune's
 * handover that came by disk) where they lead on; taking back and deciding need the role that may.
 */
export function refuseWay(
  from: BatchState,
  to: BatchState,
  role: Role,
  reason: string,
): WayRefusal | undefined {
  if (from === to) return undefined;
  const reasoned = reason.trim() !== "";
  if (isOpen(from, to, role, reasoned)) return undefined;
  if (!reasoned && isOpen(from, to, role, true)) return "reason-missing";
  const leads = batchMoves.some((move) => move.to === to) && reaches(from, to);
  return leads ? "not-your-role" : "not-a-step";
}

function isOpen(from: BatchState, to: BatchState, role: Role, reasoned: boolean): boolean {
  const reached = new Set<BatchState>([from]);
  for (const state of reached) {
    for (const move of batchMoves) {
      if (move.from !== state || (move.needsReason === true && !reasoned)) continue;
      const own = move.roles.includes(role);
      if (own && move.to === to) return true;
      if (own || leadsOn(move.from, move.to)) reached.add(move.to);
    }
  }
  return false;
}

/** The steps by which work goes on from one pair of hands to the next; deciding is none of them. */
const order: readonly BatchState[] = [
  "draft",
  "handed-over",
  "received",
  "preparing",
  "capturing",
  "checking",
  "packed",
  "sent",
  "acknowledged",
];

function leadsOn(from: BatchState, to: BatchState): boolean {
  return order.indexOf(from) >= 0 && order.indexOf(to) > order.indexOf(from);
}

function reaches(from: BatchState, to: BatchState): boolean {
  const reached = new Set<BatchState>([from]);
  for (const state of reached) {
    for (const move of batchMoves) if (move.from === state) reached.add(move.to);
  }
  return reached.has(to);
}
