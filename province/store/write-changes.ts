import { type CollectionName, collections } from "#shared/archive/collections.ts";
import type { ArchiveRecord, Stamp } from "#shared/archive/record.ts";
import { clockZero, seeClock, tickClock, writeClock } from "#shared/base/clock.ts";
import { bucketOf } from "#shared/replication/digest.ts";
import { type AuditEntry, chainEntries } from "./audit.ts";
import type { Querying } from "./database.ts";
import type { Feed } from "./feed.ts";
import { tidySearch, wordsOf } from "./search-index.ts";

/** A record's new state at its place in the feed of its district. */
export type Change = { seq: number; state: ArchiveRecord; hash: string };

/**
 * Writes changed records, their words and their audit entries, and moves the district's feed, which the caller took
 * in this transaction and advanced to the last of the changes. `at` is the moment in ISO 8601.
 */
export async function writeChanges(
  inside: Querying,
  to: { collection: CollectionName; district: string; feed: Feed; at: string },
  changes: readonly Change[],
  audit: readonly AuditEntry[],
): Promise<void> {
  const { collection, district, feed, at } = to;
  const rows = changes.map(({ seq, state, hash }) => ({
    id: state.id,
    scope: state.scope,
    parent: parentOf(collection, state),
    state,
    high: signed(hash.slice(0, 16)),
    low: signed(hash.slice(16)),
    bucket: bucketOf(state.id),
    seq,
    words: wordsOf(collection, state),
  }));
  const { rows: entries, end } = chainEntries(district, feed.chain, audit);
  feed.chain = end;
  // One statement: four would be four times to and fro while others wait for the feed.
  await inside.query(
    `with change as materialized (
       select * from jsonb_to_recordset($4::jsonb) as change(id text, scope text, parent text, state jsonb,
         high text, low text, bucket integer, seq bigint, words jsonb)
     ), written as (
       insert into records (district, collection, id, scope, parent, state, hash_high, hash_low, bucket, seq, at)
       select $1, $2, id, scope, parent, state, high::bigint, low::bigint, bucket, seq, $3 from change
       on conflict (district, collection, id) do update set scope = excluded.scope, parent = excluded.parent,
         state = excluded.state, hash_high = excluded.hash_high, hash_low = excluded.hash_low,
         seq = excluded.seq, at = excluded.at
     ), found as (
       insert into search (district, collection, id, scope, words)
       select $1, $2, id, scope, array_to_tsvector(array(select jsonb_array_elements_text(words))) from change
       where words is not null
       on conflict (district, collection, id) do update set scope = excluded.scope, words = excluded.words
     ), noted as (
       insert into audit (district, seq, at, device_id, role, collection, id, changes, hash, chain)
       select $1, seq, at, "deviceId", role, collection, id, changes, hash, chain
       from jsonb_to_recordset($5::jsonb) as entry(seq bigint, at text, "deviceId" text, role text,
         collection text, id text, changes jsonb, hash text, chain text)
     )
     update feeds set seq = $6, chain = $7 where district = $1`,
    [district, collection, at, JSON.stringify(rows), JSON.stringify(entries), feed.seq, end],
  );
  const states = changes.map(({ state }) => state);
  await tidySearch(inside, collection, district, states);
}

/** A stamp of the province's own, later than every clock in the record. */
export function stampAfter(record: ArchiveRecord, now: number, by = record.updatedBy): Stamp {
  const seen = Object.values(record.clocks).reduce(seeClock, clockZero);
  return { clock: writeClock(tickClock(seen, now), "province"), by, deviceId: "province" };
}

/** SQL for a record's hash, 32 hexadecimal digits, of its two halves. */
export const hashText = `lpad(to_hex(hash_high), 16, '0') || lpad(to_hex(hash_low), 16, '0')`;

function signed(hex: string): string {
  return BigInt.asIntN(64, BigInt(`0x${hex}`)).toString();
}

function parentOf(collection: CollectionName, state: ArchiveRecord): string {
  const field = collections[collection].parent;
  const parent: unknown = Reflect.get(state, field);
  return typeof parent === "string" ? parent : "";
}
