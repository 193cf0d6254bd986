import type { Batch } from "#shared/archive/batch.ts";
import { asksForBeside } from "#shared/replication/rule-barrier.ts";
import type { BatchStepList } from "#shared/rules/batch-steps.ts";
import type { Journal } from "#electron/journal/journal.ts";

type Reads = Pick<Journal, "besideBatch" | "read">;

/** The other batches that hold files of a batch's fonds and stand, and how many such files lie in no batch. */
export function readBeside(
  journal: Pick<Journal, "besideBatch">,
  batchId: string,
): { batches: Batch[]; loose: number } {
  const places = journal.besideBatch(batchId);
  const batches = places.flatMap(({ batch }) =>
    batch && batch.id !== batchId && batch.withdrawn === "" ? [batch] : [],
  );
  return { batches, loose: places.find((place) => place.batchId === "")?.files ?? 0 };
}

/** The same batches, where a step that is brought asks for them; else none are read. */
export function readBesideStep(
  journal: Reads,
  batch: Batch,
  listOf: (version: number) => BatchStepList | undefined,
): Batch[] {
  const isNew = journal.read("batches", batch.id)?.state !== batch.state;
  return isNew && asksForBeside(batch, listOf) ? readBeside(journal, batch.id).batches : [];
}
