import { type Querying, textIn } from "./database.ts";

/** The reworks of these batches that a district's store holds as open, by the batch (see `isOpenRework`). */
export async function readOpenReworks(
  inside: Querying,
  district: string,
  batchIds: Iterable<string>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const ids = [...batchIds];
  const open = new Map<string, string[]>();
  if (ids.length === 0) return open;
  const rows = await inside.query(
    `select id, parent from records
     where district = $1 and collection = 'notes' and parent in (select jsonb_array_elements_text($2::jsonb))
       and state->>'subject' = 'batches' and state->>'kind' = 'correction' and state->>'station' is not null
       and state->>'solvedAt' = '' and state->>'withdrawn' = '' and state->>'answers' = ''`,
    [district, JSON.stringify(ids)],
  );
  for (const row of rows) {
    const batch = textIn(row, "parent");
    open.set(batch, [...(open.get(batch) ?? []), textIn(row, "id")]);
  }
  return open;
}
