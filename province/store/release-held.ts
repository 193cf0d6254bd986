import type { CollectionName } from "#shared/archive/collections.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import type { Querying } from "./database.ts";
import { findHeldAcceptances, findWaiting, type HeldRow, settleHeld } from "./held-rows.ts";
import { mergeRows, type Place } from "./merge-rows.ts";

/** Records that were written in one collection. */
export type Written = { collection: CollectionName; records: readonly ArchiveRecord[] };

const slice = 500;

/**
 * Merges the rows that waited for records that have just come, and those that waited for these in turn, as if they
 * came now from those who sent them, acceptances that waited for content among them; answers what it wrote. A row that
 * waits for yet another record stays.
 */
export async function releaseHeld(
  inside: Querying,
  district: string,
  place: Omit<Place, "collection" | "holds">,
  came: { collection: CollectionName; ids: readonly string[] },
): Promise<Written[]> {
  const written: Written[] = [];
  const arrived = [came];
  for (const { collection, ids } of arrived) {
    if (ids.length === 0) continue;
    for (let after = 0; ;) {
      const rows = await findWaiting(inside, { district, collection, ids }, after, slice);
      after = rows.at(-1)?.number ?? after;
      for (const group of bySender(rows)) {
        const [first] = group;
        if (!first) continue;
        const to = { ...place, collection: first.collection, holds: true, released: true as const };
        const merged = await mergeRows(inside, first.sender, to, group);
        const stay = new Set(merged.held.map(({ record }) => record.id));
        const gone = group.filter(({ record }) => !stay.has(record.id)).map(({ number }) => number);
        await settleHeld(inside, gone, new Date(place.now).toISOString());
        written.push({ collection: first.collection, records: merged.written });
        arrived.push({ collection: first.collection, ids: merged.taken.map(({ id }) => id) });
      }
      if (rows.length < slice) break;
    }
    const accepted = await findHeldAcceptances(inside, district, collection, ids);
    if (accepted.length > 0) arrived.push({ collection: "batches", ids: accepted });
  }
  return written;
}

function bySender(rows: readonly HeldRow[]): HeldRow[][] {
  const groups = new Map<string, HeldRow[]>();
  for (const row of rows) {
    const { deviceId, scope, role } = row.sender;
    const key = [row.collection, deviceId, scope, role].join(" ");
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}
