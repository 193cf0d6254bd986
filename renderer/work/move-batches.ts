import type { Batch, BatchRefusal, BatchState } from "#shared/archive/batch.ts";
import type { Work } from "#renderer/db/work.ts";
import { isTogether } from "#shared/rules/fonds-barrier.ts";
import { openBeside } from "./batch-barrier.ts";
import { type Decided, moveBatch, type Taking } from "./move-batch.ts";

/** What became of each batch that was to take a step: its number, and why it did not where it did not. */
export type MovedBatches = {
  /** The act, by which it can be taken back. */
  act: string;
  done: string[];
  refused: { number: string; why: BatchRefusal }[];
};

/**
 * Has many batches take one step as one act, each by the rules of its own: one that may not stops none of the others, and one
 * that was moved elsewhere meanwhile is left as it is. `report` hears how many have been tried; `decide` is asked what each step decides upon.
 */
export async function moveBatches(
  work: Work,
  batches: readonly Pick<Batch, "id" | "number" | "state">[],
  to: BatchState,
  reason = "",
  report: (tried: number) => void = () => undefined,
  decide: (batchId: string) => Promise<Decided | undefined> = () => Promise.resolve(undefined),
  list?: Taking["list"],
): Promise<MovedBatches> {
  const moved: MovedBatches = { act: work.id(), done: [], refused: [] };
  const ids = batches.map(({ id }) => id);
  const beside = isTogether(to, list) ? await openBeside(work, ids) : undefined;
  const taking = { act: moved.act, ...(list ? { list } : {}), ...(beside ? { beside } : {}) };
  for (const [at, { id, number, state }] of batches.entries()) {
    const now = await work.db.batches.findOne(id).exec();
    const answer =
      now?.state === state
        ? await moveBatch(work, id, to, reason, undefined, { ...taking, decided: await decide(id) })
        : ({ ok: false, fault: "not-a-step" } as const);
    if (answer.ok) moved.done.push(number);
    else moved.refused.push({ number, why: answer.fault });
    report(at + 1);
  }
  return moved;
}
