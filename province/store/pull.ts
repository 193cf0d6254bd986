import type { CollectionName } from "#shared/archive/collections.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import {
  type DigestAnswer,
  type HashesAnswer,
  type PullAnswer,
  type PullRequest,
  type WireRecord,
} from "#shared/replication/messages.ts";
import { bucketCount, digestOfBuckets } from "#shared/replication/digest.ts";
import type { Device } from "#province/access/device.ts";
import { type Database, numberIn, type Row, textIn } from "./database.ts";
import { readFeed } from "./feed.ts";
import { recordIn } from "./record-shape.ts";
import { lies } from "./scope.ts";
import { hashText } from "./write-changes.ts";

/*
 * What a device replicates: the records of its own district within its scope. A device of the whole province has
 * only the records of the province itself here, and reads the districts through the overview, batches and search.
 */

/** Records of the feed that are looked at in one go. */
const feedPart = 500;

const within = `district = $1 and ${lies("scope", 2)} and collection = $3`;

/**
 * Records that changed after the checkpoint, each once at its last place. A checkpoint of another life of the
 * store, or from beyond its end (it was put back from a copy), reads again from the start.
 */
export async function pullRecords(
  database: Database,
  device: Device,
  collection: CollectionName,
  { checkpoint, limit }: PullRequest,
): Promise<PullAnswer> {
  const feed = await readFeed(database, device.district);
  if (!feed) return { documents: [], checkpoint: null };
  const known = checkpoint?.epoch === feed.epoch && checkpoint.seq <= feed.seq;
  const after = known ? checkpoint.seq : 0;
  // What is written between two parts comes again at its later place: it is given as it is there.
  const documents = new Map<string, WireRecord>();
  let at = after;
  for (let more = true; more && documents.size < limit;) {
    const part = await readFeedPart(database, device, collection, at);
    more = part.length === feedPart;
    for (const { seq, state } of part) {
      if (documents.size === limit) break;
      at = seq;
      if (state === null) continue;
      const document = onWire(recordIn(state));
      documents.delete(document.id);
      documents.set(document.id, document);
    }
  }
  return { documents: [...documents.values()], checkpoint: { epoch: feed.epoch, seq: at } };
}

/**
 * The next records of a collection in the feed after a place; those outside the device's scope without their state. Asked
 * with the scope, or with the place for all to see, the server believes that few are left, and would read all of the
 * feed, and sort it, for each part.
 */
async function readFeedPart(
  database: Database,
  { district, scope }: Device,
  collection: CollectionName,
  after: number,
): Promise<{ seq: number; state: unknown }[]> {
  const rows = await database.query(
    `select seq, case when ${lies("scope", 2)} then state end as state from (
       select state, scope, seq from records where district = $1 and collection = $3
         and seq > (select $4::bigint) order by seq limit ${feedPart}
     ) as part order by seq`,
    [district, scope, collection, after],
  );
  return rows.map((row) => ({ seq: numberIn(row, "seq"), state: row["state"] ?? null }));
}

export async function readRecords(
  database: Database,
  device: Device,
  collection: CollectionName,
  ids: readonly string[],
): Promise<WireRecord[]> {
  const rows = await database.query(
    `select state from records where ${within} and id in (select jsonb_array_elements_text($4::jsonb))`,
    [device.district, device.scope, collection, JSON.stringify(ids)],
  );
  return rows.map((row) => onWire(recordIn(row["state"])));
}

/** The digest of each of the buckets, as `SetDigest` gives it for the same records; and their count. */
export async function bucketsOf(
  database: Database,
  device: Device,
  collection: CollectionName,
): Promise<{ count: number; buckets: string[] }> {
  const rows = await database.query(
    `select bucket, count(*)::bigint as count, lpad(to_hex(bit_xor(hash_high)), 16, '0')
       || lpad(to_hex(bit_xor(hash_low)), 16, '0') as digest
     from records where ${within} group by bucket`,
    [device.district, device.scope, collection],
  );
  const buckets = Array.from({ length: bucketCount }, () => "0".repeat(32));
  let count = 0;
  for (const row of rows) {
    buckets[numberIn(row, "bucket")] = textIn(row, "digest");
    count += numberIn(row, "count");
  }
  return { count, buckets };
}

export async function digestOf(
  database: Database,
  device: Device,
  collection: CollectionName,
): Promise<DigestAnswer> {
  const { count, buckets } = await bucketsOf(database, device, collection);
  return { count, digest: digestOfBuckets(buckets) };
}

export async function hashesOf(
  database: Database,
  device: Device,
  collection: CollectionName,
  bucket: number,
): Promise<HashesAnswer["hashes"]> {
  const rows: Row[] = await database.query(
    `select id, ${hashText} as hash from records where ${within} and bucket = $4 order by id`,
    [device.district, device.scope, collection, bucket],
  );
  return rows.map((row) => [textIn(row, "id"), textIn(row, "hash")]);
}

function onWire(record: ArchiveRecord): WireRecord {
  return { ...record, _deleted: false };
}
