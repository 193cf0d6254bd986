import type { CollectionName } from "#shared/archive/collections.ts";
import { digestOfText } from "#shared/base/digest.ts";
import type { Refusal } from "#shared/replication/messages.ts";
import type { Querying } from "./database.ts";
import type { Sender } from "./held-rows.ts";

/** A row that was not taken, as it was sent, and why. */
export type RefusedRow = Refusal & { state: object };

/**
 * Keeps refused rows as they were sent, for people to see and so that nothing of them is lost; the same row again is
 * counted, not kept twice.
 */
export async function keepRefused(
  inside: Querying,
  from: { sender: Sender; collection: CollectionName; at: string },
  rows: readonly RefusedRow[],
): Promise<void> {
  const { sender, collection, at } = from;
  const kept = new Map(
    rows.map(({ id, code, detail, state }) => {
      // As text: it may hold what no value of the store may.
      const text = JSON.stringify(state);
      const row = { id: storable(id), code, detail: storable(detail).slice(0, 500), state: text };
      const hash = digestOfText(text).slice(0, 32);
      return [`${row.id} ${hash}`, { ...row, hash }];
    }),
  );
  await inside.query(
    `insert into refused_rows (district, device_id, collection, id, hash, scope, role, code, detail, state,
       refused_at, last_at)
     select $1, $2, $3, id, hash, $4, $5, code, detail, state, $6, $6
     from jsonb_to_recordset($7::jsonb) as entry(id text, hash text, code text, detail text, state text)
     on conflict (district, collection, id, device_id, hash) do update set code = excluded.code,
       detail = excluded.detail, last_at = excluded.last_at, times = refused_rows.times + 1, settled_at = ''`,
    [
      sender.district,
      sender.deviceId,
      collection,
      sender.scope,
      sender.role,
      at,
      JSON.stringify([...kept.values()]),
    ],
  );
}

/** Marks what a device was refused of these records as settled: a later state of them from it was taken. */
export async function settleRefused(
  inside: Querying,
  from: { sender: Sender; collection: CollectionName; at: string },
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const { sender, collection, at } = from;
  await inside.query(
    `update refused_rows set settled_at = $1 where district = $2 and collection = $3 and device_id = $4
       and settled_at = '' and id in (select jsonb_array_elements_text($5::jsonb))`,
    [at, sender.district, collection, sender.deviceId, JSON.stringify(ids)],
  );
}

/** A text that PostgreSQL can hold: without NUL and half characters. */
function storable(text: string): string {
  return text.replaceAll(/\0|\p{Cs}/gu, "\ufffd");
}
