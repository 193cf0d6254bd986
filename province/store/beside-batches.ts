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
  const asking = batches.filter((batch) => asksForBeside(batch, listOf)).map(({ id }) => id);
  const found = new Map<string, Beside[]>(asking.map((id) => [id, []]));
  if (asking.length === 0) return found;
  const rows = await inside.query(
    `with own as (
       select distinct g.state->>'batchId' as batch, g.parent from records g
       where g.district = $1 and g.collection = 'files' and g.state->>'withdrawn' = ''
         and g.state->>'batchId' in (select jsonb_array_elements_text($2::jsonb))),
     placed as (
       select distinct f.state->>'batchId' as batch, f.parent from records f
       where f.district = $1 and f.collection = 'files' and f.state->>'withdrawn' = ''
         and f.parent in (select parent from own))
     select distinct own.batch as own, b.id, b.state->>'state' as at
     from own join placed on placed.parent = own.parent and placed.batch <> own.batch
     join records b on b.district = $1 and b.collection = 'batches' and b.id = placed.batch
       and b.state->>'withdrawn' = ''
     order by own.batch, b.id`,
    [district, JSON.stringify(asking)],
  );
  for (const row of rows)
    found.get(textIn(row, "own"))?.push({ id: textIn(row, "id"), state: textIn(row, "at") as BatchState });
  return found;
}
