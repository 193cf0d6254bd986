import { asksWhatIsHeld, type HeldInBatch } from "#shared/replication/rule-barrier.ts";
import { type Querying, textIn } from "./database.ts";

/**
 * What a district's store holds in the batches among these that come to a state which asks for it: their files, and
 * the files and items in them that are kept back.
 */
export async function readHeldInBatches(
  inside: Querying,
  district: string,
  batches: readonly { id: string; state: string; passed?: unknown }[],
): Promise<ReadonlyMap<string, HeldInBatch>> {
  const ids = batches.filter((one) => one.passed && asksWhatIsHeld(one.state)).map(({ id }) => id);
  const found = new Map<
    string,
    { files: HeldInBatch["files"][number][]; holds: HeldInBatch["holds"][number][] }
  >();
  if (ids.length === 0) return found;
  const rows = await inside.query(
    `with files as (
       select id, state->>'batchId' as batch, state from records
       where district = $1 and collection = 'files' and state->>'withdrawn' = ''
         and state->>'batchId' in (select jsonb_array_elements_text($2::jsonb)))
     select 'file' as what, id, batch, state->>'receivedAt' as at from files
     union all
     select 'hold', id, batch, state->'held'->>'at' from files where coalesce(state->'held'->>'code', '') <> ''
     union all
     select 'hold', i.id, f.batch, i.state->'held'->>'at' from files f
     join records i on i.district = $1 and i.collection = 'items' and i.parent = f.id
     where i.state->>'withdrawn' = '' and coalesce(i.state->'held'->>'code', '') <> ''`,
    [district, JSON.stringify(ids)],
  );
  for (const row of rows) {
    const batch = textIn(row, "batch");
    const held = found.get(batch) ?? { files: [], holds: [] };
    found.set(batch, held);
    const [id, at] = [textIn(row, "id"), textIn(row, "at")];
    if (textIn(row, "what") === "file") held.files.push({ id, received: at !== "" });
    else held.holds.push({ id, at });
  }
  return found;
}
