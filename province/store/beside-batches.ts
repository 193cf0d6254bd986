import type { Batch, BatchState } from "#shared/archive/batch.ts";
import { asksForBeside } from "#shared/replication/rule-barrier.ts";
import type { BatchStepList } from "#shared/rules/batch-steps.ts";
import type { Beside } from "#shared/rules/fonds-barrier.ts";
import { type Querying, textIn } from "./database.ts";

/**
 * The other batches of a district's store that hold files of the same fonds and stand, for each of these batches whose
 * last step asks for them.
 */
export async function readBesideBatches(
  inside: Querying,
  district: string,
  batches: readonly Batch[],
  listOf: (version: number) => BatchStepList | undefined,
): Promise<ReadonlyMap<string, Beside[]>> {
  const found = new Map<string, Beside[]>();
  for (const batch of batches) {
    if (!asksForBeside(batch, listOf)) continue;
    const rows = await inside.query(
      `select b.id, b.state->>'state' as at from records b
       where b.district = $1 and b.collection = 'batches' and b.id <> $2 and b.state->>'withdrawn' = ''
         and b.id in (
           select f.state->>'batchId' from records f
           where f.district = $1 and f.collection = 'files' and f.state->>'withdrawn' = '' and f.parent in (
             select g.parent from records g
             where g.district = $1 and g.collection = 'files' and g.state->>'withdrawn' = ''
               and g.state->>'batchId' = $2))`,
      [district, batch.id],
    );
    found.set(
      batch.id,
      rows.map((row) => ({ id: textIn(row, "id"), state: textIn(row, "at") as BatchState })),
    );
  }
  return found;
}
