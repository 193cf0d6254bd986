import { makeDecision } from "#shared/completeness/make-decision.ts";
import type { Desk } from "#renderer/desk.ts";
import type { Work } from "#renderer/db/work.ts";
import type { SealedBatch } from "./accept-batch.ts";
import type { Decided } from "./move-batch.ts";

/** How long a seal waits for the journal to have all that was written on this screen, in milliseconds. */
const patience = 30_000;

/**
 * Has the desk count and seal a batch once everything written on this screen is in its journal; nothing where that
 * takes too long: a seal must not leave out what the person sees.
 */
export async function sealBatch(work: Work, desk: Desk, batchId: string): Promise<SealedBatch | undefined> {
  if (!(await untilSaved(work))) return undefined;
  return desk.call("batches.seal", { batchId });
}

/** What giving a batch back decides upon: how it stands now. */
export async function decideReturn(desk: Desk, batchId: string): Promise<Decided> {
  const completeness = await desk.call("batches.completeness", { batchId });
  return { decision: makeDecision(completeness) };
}

function untilSaved({ saving }: Work): Promise<boolean> {
  if (saving.state().pending === 0) return Promise.resolve(true);
  return new Promise((resolve) => {
    const end = (saved: boolean) => {
      clearTimeout(timer);
      stop();
      resolve(saved);
    };
    const timer = setTimeout(() => end(false), patience);
    const stop = saving.subscribe(() => saving.state().pending === 0 && end(true));
  });
}
