import { type CollectionName, collectionNames } from "#shared/archive/collections.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import { type Role, roles } from "#shared/archive/role.ts";
import { mergeRecords } from "#shared/replication/merge.ts";
import type { BaseClocks } from "#shared/replication/notice-conflicts.ts";
import type { Parent } from "#shared/replication/parents.ts";
import type { Device } from "#province/access/device.ts";
import { numberIn, type Querying, type Row, textIn } from "./database.ts";
import { recordIn } from "./record-shape.ts";

/** Who sends: what of a device decides whether and how its rows are merged. */
export type Sender = Pick<Device, "deviceId" | "scope" | "district" | "role">;

/** A row that was pushed, with what its sender knew the province to hold. */
export type Arrival = { record: ArchiveRecord; base: BaseClocks | undefined };

/** A row to keep until its parent comes. */
export type ToHold = Arrival & { parent: Parent };

/** A row that was kept, with the number that it is settled by. */
export type HeldRow = Arrival & { number: number; collection: CollectionName; sender: Sender };

/**
 * Keeps rows of a device, one for each record: what it sends again of one is merged into what is kept, so that no
 * order of arrival loses an edit. Call it inside the transaction of the push, with the district's feed taken.
 */
export async function keepHeld(
  inside: Querying,
  to: { sender: Sender; collection: CollectionName; at: string },
  rows: readonly ToHold[],
): Promise<void> {
  const { sender, collection, at } = to;
  const kept = new Map<string, ToHold>();
  const known = await inside.query(
    `select id, state, base from held_rows where district = $1 and collection = $2 and device_id = $3
       and settled_at = '' and id in (select jsonb_array_elements_text($4::jsonb))`,
    [sender.district, collection, sender.deviceId, JSON.stringify(rows.map(({ record }) => record.id))],
  );
  const before = new Map<string, Arrival>(
    known.map((row) => [textIn(row, "id"), { record: recordIn(row["state"]), base: baseIn(row) }]),
  );
  for (const row of rows) {
    const { id } = row.record;
    const earlier = kept.get(id) ?? before.get(id);
    const record = earlier ? mergeRecords(earlier.record, row.record) : row.record;
    kept.set(id, { record, base: earlier?.base ?? row.base, parent: row.parent });
  }
  await inside.query(
    `insert into held_rows (district, collection, id, device_id, scope, role, parent_collection, parent_id,
       base, state, held_at)
     select $1, $2, id, $3, $4, $5, parent_collection, parent_id, base, state, $6
     from jsonb_to_recordset($7::jsonb) as entry(id text, parent_collection text, parent_id text, base jsonb,
       state jsonb)
     on conflict (district, collection, id, device_id) do update set scope = excluded.scope,
       role = excluded.role, parent_collection = excluded.parent_collection, parent_id = excluded.parent_id,
       base = excluded.base, state = excluded.state, settled_at = '',
       held_at = case when held_rows.settled_at = '' then held_rows.held_at else excluded.held_at end`,
    [
      sender.district,
      collection,
      sender.deviceId,
      sender.scope,
      sender.role,
      at,
      JSON.stringify(
        [...kept.values()].map(({ record, base, parent }) => ({
          id: record.id,
          parent_collection: parent.collection,
          parent_id: parent.id,
          base: base ?? null,
          state: record,
        })),
      ),
    ],
  );
}

/** Kept rows that waited for one of these records, or are of one of them, after a number; at most `limit`. */
export async function findWaiting(
  inside: Querying,
  came: { district: string; collection: CollectionName; ids: readonly string[] },
  after: number,
  limit: number,
): Promise<HeldRow[]> {
  const rows = await inside.query(
    `with came as (select jsonb_array_elements_text($3::jsonb) as id)
     select * from held_rows h where h.district = $1 and h.settled_at = '' and h.number > $4
       and ((h.parent_collection = $2 and h.parent_id in (select id from came))
         or (h.collection = $2 and h.id in (select id from came)))
     order by h.number limit $5`,
    [came.district, came.collection, JSON.stringify(came.ids), after, limit],
  );
  return rows.map(readHeld);
}

/** The batches of this content whose acceptance is kept until all that was accepted is there. */
export async function findHeldAcceptances(
  inside: Querying,
  district: string,
  collection: CollectionName,
  ids: readonly string[],
): Promise<string[]> {
  const way = ways[collection];
  if (way === undefined) return [];
  const held = await inside.query(
    `select distinct id from held_rows where district = $1 and settled_at = ''
       and collection = 'batches' and parent_collection = 'batches'`,
    [district],
  );
  if (held.length === 0) return [];
  const found = await inside.query(
    `with came as (select jsonb_array_elements_text($2::jsonb) as id), found as (${way})
     select distinct batch from found where batch in (select jsonb_array_elements_text($3::jsonb))`,
    [district, JSON.stringify(ids), JSON.stringify(held.map((row) => textIn(row, "id")))],
  );
  return found.map((row) => textIn(row, "batch"));
}

const itself = (name: string) =>
  `came join records r on r.district = $1 and r.collection = '${name}' and r.id = came.id`;

/** From content that came to the batch that it lies in. */
const ways: Partial<Record<CollectionName, string>> = {
  files: `select r.state->>'batchId' as batch from ${itself("files")}`,
  items: `select f.state->>'batchId' as batch from ${itself("items")}
    join records f on f.district = $1 and f.collection = 'files' and f.id = r.parent`,
  pages: `select f.state->>'batchId' as batch from ${itself("pages")}
    join records i on i.district = $1 and i.collection = 'items' and i.id = r.parent
    join records f on f.district = $1 and f.collection = 'files' and f.id = i.parent`,
};

export async function settleHeld(inside: Querying, numbers: readonly number[], at: string): Promise<void> {
  if (numbers.length === 0) return;
  await inside.query(
    `update held_rows set settled_at = $1
     where number in (select jsonb_array_elements_text($2::jsonb)::bigint)`,
    [at, JSON.stringify(numbers)],
  );
}

function readHeld(row: Row): HeldRow {
  const collection = collectionNames.find((name) => name === row["collection"]);
  const role: Role | undefined = roles.find((known) => known === row["role"]);
  if (!collection || !role) throw new Error("no held row");
  const [deviceId, scope] = [textIn(row, "device_id"), textIn(row, "scope")];
  return {
    number: numberIn(row, "number"),
    collection,
    record: recordIn(row["state"]),
    base: baseIn(row),
    sender: { deviceId, scope, district: textIn(row, "district"), role },
  };
}

/** The clocks that `keepHeld` wrote. */
function baseIn(row: Row): BaseClocks | undefined {
  const base = row["base"];
  return base === null ? undefined : (base as BaseClocks);
}
