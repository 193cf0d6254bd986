import { type CollectionName, collections } from "#shared/archive/collections.ts";
import type { ArchiveRecord, Stamp } from "#shared/archive/record.ts";
import { clockZero, seeClock, tickClock, writeClock } from "#shared/base/clock.ts";
import { bucketOf } from "#shared/replication/digest.ts";
import { type AuditEntry, type AuditSource, chainEntries } from "./audit.ts";
import type { Querying } from "./database.ts";
import type { Feed } from "./feed.ts";
import { lineList, numberList, textList } from "./lists.ts";
import { tidySearch } from "./search-index.ts";
import { writtenForm } from "./written-form.ts";

/** A record's new state at its place in the feed of its district. */
export type Change = { seq: number; state: ArchiveRecord; hash: string };

/**
 * Writes changed records, their words and their audit entries, and moves the district's feed, which the caller took
 * in this transaction and advanced to the last of the changes. `at` is the moment in ISO 8601, `by` who brought them.
 */
export async function writeChanges(
  inside: Querying,
  to: {
    collection: CollectionName;
    district: string;
    feed: Feed;
    at: string;
    by: Pick<AuditSource, "deviceId" | "role">;
  },
  changes: readonly Change[],
  audit: readonly AuditEntry[],
): Promise<void> {
  const { collection, district, feed, at, by } = to;
  const states = changes.map(({ state }) => state);
  const forms = states.map((state) => writtenForm(collection, state));
  const hashes = changes.map(({ hash }) => hash);
  const made = new Set(changes.map(({ seq }) => seq));
  const source = { at, deviceId: by.deviceId, role: by.role, collection };
  const chains = chainEntries(district, feed.chain, source, audit);
  feed.chain = chains.at(-1) ?? feed.chain;
  // One statement: four would be four times to and fro while others wait for the feed. What the audit says of a
  // new record is taken out of its state there.
  await inside.query(
    `with change as materialized (
       select id, scope, parent, state::jsonb as state, high, low, bucket, seq, words::tsvector as words
       from unnest($4::text::text[], $5::text::text[], $6::text::text[], string_to_array($7, E'\n'),
         $8::text::bigint[], $9::text::bigint[], $10::text::integer[], $11::text::bigint[],
         string_to_array($12, E'\n', '-'))
         as change(id, scope, parent, state, high, low, bucket, seq, words)
     ), written as (
       insert into records (district, collection, id, scope, parent, state, hash_high, hash_low, bucket, seq, at)
       select $1, $2, id, scope, parent, state, high, low, bucket, seq, $3 from change
       on conflict (district, collection, id) do update set scope = excluded.scope, parent = excluded.parent,
         state = excluded.state, hash_high = excluded.hash_high, hash_low = excluded.hash_low,
         seq = excluded.seq, at = excluded.at
     ), found as (
       insert into search (district, collection, id, scope, words)
       select $1, $2, id, scope, words from change where words is not null
       on conflict (district, collection, id) do update set scope = excluded.scope, words = excluded.words
     ), noted as (
       insert into audit (district, seq, at, device_id, role, collection, id, changes, hash, chain)
       select $1, entry.seq, $3, $13, $14, $2, entry.id, coalesce(changes::jsonb, state - 'clocks'), hash, chain
       from unnest($15::text::bigint[], $16::text::text[], string_to_array($17, E'\n', '-'),
         string_to_array($18, E'\n'), string_to_array($19, E'\n')) as entry(seq, id, changes, hash, chain)
       left join change on change.seq = entry.seq
     )
     update feeds set seq = $20, chain = $21 where district = $1`,
    [
      district,
      collection,
      at,
      textList(states.map(({ id }) => id)),
      textList(states.map(({ scope }) => scope)),
      textList(states.map((state) => parentOf(collection, state))),
      lineList(forms.map(({ state }) => state)),
      numberList(hashes.map((hash) => signed(hash.slice(0, 16)))),
      numberList(hashes.map((hash) => signed(hash.slice(16)))),
      numberList(states.map(({ id }) => bucketOf(id))),
      numberList(changes.map(({ seq }) => seq)),
      lineList(forms.map(({ words }) => words)),
      by.deviceId,
      by.role,
      numberList(audit.map(({ seq }) => seq)),
      textList(audit.map(({ id }) => id)),
      lineList(audit.map((entry) => (entry.isNew && made.has(entry.seq) ? undefined : entry.changes))),
      lineList(audit.map(({ hash }) => hash)),
      lineList(chains),
      feed.seq,
      feed.chain,
    ],
  );
  await tidySearch(inside, collection, district, states);
}

/** A stamp of the province's own, later than every clock in the record. */
export function stampAfter(record: ArchiveRecord, now: number, by = record.updatedBy): Stamp {
  const seen = Object.values(record.clocks).reduce(seeClock, clockZero);
  return { clock: writeClock(tickClock(seen, now), "province"), by, deviceId: "province" };
}

/** SQL for a record's hash, 32 hexadecimal digits, of its two halves. */
export const hashText = `lpad(to_hex(hash_high), 16, '0') || lpad(to_hex(hash_low), 16, '0')`;

function signed(hex: string): bigint {
  return BigInt.asIntN(64, BigInt(`0x${hex}`));
}

function parentOf(collection: CollectionName, state: ArchiveRecord): string {
  const field = collections[collection].parent;
  const parent: unknown = Reflect.get(state, field);
  return typeof parent === "string" ? parent : "";
}
