import type { CollectionName } from "#shared/archive/collections.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import { mergeRecords } from "#shared/replication/merge.ts";
import { touchesContent } from "#shared/replication/rule-frozen.ts";
import { type Querying, textIn } from "./database.ts";
import type { Feed } from "./feed.ts";
import type { Arrival } from "./held-rows.ts";
import { findRepeated } from "./keep-conflicts.ts";
import type { Stored } from "./stored.ts";
import { writtenForm } from "./written-form.ts";

export const noneFrozen: ReadonlyMap<string, string> = new Map();

/** How the batches of files of some ids are found from the record that an arrival names above it. */
const ways: Partial<Record<CollectionName, string>> = {
  files: `select wanted.id as above, wanted.id as batch from wanted`,
  items: `select f.id as above, f.state->>'batchId' as batch from wanted
    join records f on f.district = $1 and f.collection = 'files' and f.id = wanted.id`,
  pages: `select i.id as above, f.state->>'batchId' as batch from wanted
    join records i on i.district = $1 and i.collection = 'items' and i.id = wanted.id
    join records f on f.district = $1 and f.collection = 'files' and f.id = i.state->>'fileId'`,
};

/**
 * Of these rows those that would change what an accepted batch holds, by the id of the record: the number of the
 * batch. Rows that leave its content alone are not asked about; a state that the store held before, and lost, is
 * taken again.
 */
export async function findFrozen(
  inside: Querying,
  district: string,
  { collection, feed }: { collection: CollectionName; feed: Feed },
  arrivals: readonly Arrival[],
  stored: ReadonlyMap<string, readonly Stored[]>,
): Promise<ReadonlyMap<string, string>> {
  const way = ways[collection];
  if (way === undefined) return noneFrozen;
  const touching = arrivals.flatMap(({ record }) => {
    const before = stored.get(record.id)?.find((one) => one.district === district)?.state;
    const after = before ? mergeRecords(before, record) : record;
    if (!touchesContent(collection, before, after)) return [];
    return [{ record, above: [after, ...(before ? [before] : [])].map(aboveOf) }];
  });
  const wanted = new Set(touching.flatMap(({ above }) => above).filter((id) => id !== ""));
  if (wanted.size === 0) return noneFrozen;
  const rows = await inside.query(
    `with wanted as (select jsonb_array_elements_text($2::jsonb) as id), found as (${way})
     select found.above, b.state->>'number' as number from found
     join records b on b.district = $1 and b.collection = 'batches' and b.id = found.batch
     where b.state->>'state' in ('accepted', 'packed', 'sent', 'acknowledged')
       and b.state->>'withdrawn' = '' and coalesce(b.state->'seal'->>'digest', '') <> ''`,
    [district, JSON.stringify([...wanted])],
  );
  if (rows.length === 0) return noneFrozen;
  const numbers = new Map(rows.map((row) => [textIn(row, "above"), textIn(row, "number")]));
  const frozen = touching.flatMap(({ record, above }) => {
    const id = above.find((one) => numbers.has(one));
    return id === undefined ? [] : [{ record, number: numbers.get(id) ?? "" }];
  });
  const states = frozen.map(({ record }) => ({
    id: record.id,
    hash: writtenForm(collection, record).hash,
    conflicts: [],
  }));
  const before = await findRepeated(inside, { district, since: feed.seq }, states);
  return new Map(
    frozen.flatMap(({ record, number }) =>
      before.has(`${record.id} ${writtenForm(collection, record).hash}`) ? [] : [[record.id, number]],
    ),
  );
}

function aboveOf(record: ArchiveRecord): string {
  const { itemId, fileId, batchId } = record as Partial<Record<"itemId" | "fileId" | "batchId", string>> &
    ArchiveRecord;
  return itemId ?? fileId ?? batchId ?? "";
}
