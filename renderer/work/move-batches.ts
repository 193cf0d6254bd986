import type { Batch, BatchRefusal, BatchState } from "#shared/archive/batch.ts";
import type { Work } from "#renderer/db/work.ts";
import { type Decided, moveBatch } from "./move-batch.ts";

/** What became of each batch that was to take a step: its number, and why it did not where it did not. */
export type MovedBatches = {
  done: string[];
  refused: { number: string; why: BatchRefusal }[];
};

/**
 * Has many batches take one step, each by the rules of its own: one that may not stops none of the others, and one
 * that was moved elsewhere meanwhile is left as it is. `report` hears how many have been tried; `decide` is asked what each step decides upon.
 */
export async function moveBatches(
  work: Work,
  batches: readonly Pick<Batch, "id" | "number" | "state">[],
  to: BatchState,
  reason = "",
  report: (tried: number) => void = () => undefined,
  decide: (batchId: string) => Promise<Decided | undefined> = () => Promise.resolve(undefined),
): Promise<MovedBatches> {
  const moved: MovedBatches = { done: [], refused: [] };
  for (const [at, { id, number, state }] of batches.entries()) {
    const now = await work.db.batches.findOne(id).exec();
    const answer =
      now?.state === state
        ? await moveBatch(work, id, to, reason, undefined, undefined, undefined, await decide(id))
        : ({ ok: false, fault: "not-a-step" } as const);
    if (answer.ok) moved.done.push(number);
    else moved.refused.push({ number, why: answer.fault });
    report(at + 1);
  }
  return moved;
}
