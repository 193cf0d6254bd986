import type { CollectionName } from "#shared/archive/collections.ts";
import type { Item } from "#shared/archive/item.ts";
import { isPassedAnew } from "#shared/replication/rule-item.ts";
import { type Querying, textIn } from "./database.ts";
import type { Arrival } from "./held-rows.ts";
import type { Stored } from "./stored.ts";

/** Of each item that a push passes anew, who captured the pages of it that a district's store holds. */
export async function readCapturers(
  inside: Querying,
  district: string,
  collection: CollectionName,
  arrivals: readonly Arrival[],
  stored: ReadonlyMap<string, readonly Stored[]>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  if (collection !== "items") return found;
  const ids = arrivals
    .filter(({ record }) => isPassedAnew(stored.get(record.id)?.[0]?.state as Item, record as Item))
    .map(({ record }) => record.id);
  if (ids.length === 0) return found;
  const rows = await inside.query(
    `select distinct parent, state->>'capturedBy' as name from records
     where district = $1 and collection = 'pages' and state->>'withdrawn' = ''
       and parent in (select jsonb_array_elements_text($2::jsonb))`,
    [district, JSON.stringify(ids)],
  );
  for (const row of rows) {
    const item = textIn(row, "parent");
    found.set(item, [...(found.get(item) ?? []), textIn(row, "name")]);
  }
  return found;
}
