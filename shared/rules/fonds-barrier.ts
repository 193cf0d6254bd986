import { type Batch, batchMoves, type BatchState, batchStates, goesOn } from "#shared/archive/batch.ts";
import { type BatchStepList, usualSteps } from "./batch-steps.ts";

/** A batch that holds files of a fonds, and how far it has come. */
export type Beside = Pick<Batch, "id" | "state">;

/** Whether a list lets a batch go on to a state only when all batches of its fonds are ready to. */
export function isTogether(to: BatchState, list: BatchStepList = usualSteps): boolean {
  return list.steps.find(({ step }) => step === to)?.together === "fonds";
}

/**
 * The state that all batches of a fonds have to have come to before any takes a step: the first from which it is taken
 * on the way. So whoever has come least far may always go on, and the batches never wait for each other.
 */
export function readyFor(to: BatchState): BatchState {
  const froms = batchMoves.filter((move) => move.to === to && goesOn(move.from, to)).map(({ from }) => from);
  return batchStates.find((state) => state !== "returned" && froms.includes(state)) ?? "draft";
}

/** Those of the batches beside one that keep it from a step: given back, or not yet where all have to be. */
export function behindOf<Other extends Beside>(others: readonly Other[], to: BatchState): Other[] {
  const ready = batchStates.indexOf(readyFor(to));
  return others.filter(({ state }) => placeOf(state) < ready);
}

/** How far a batch has come; one that was given back stands before its handing over. */
function placeOf(state: BatchState): number {
  return batchStates.indexOf(state === "returned" ? "draft" : state);
}
