import type { CollectionName, Records } from "#shared/archive/collections.ts";
import { bucketCount, bucketOf, digestOfBuckets, hashOfRecord } from "#shared/replication/digest.ts";
import { isSealed } from "#shared/replication/rule-frozen.ts";
import { pushRecords, type Round } from "#shared/replication/push-records.ts";
import { WireFault } from "#shared/replication/sync-wire.ts";

/** A record that is not the same here and at the province: its hash there, or nothing where it is not there. */
type Difference = { id: string; here: string | undefined; there: string | undefined };

const bucketsAtOnce = 8;

/**
 * Compares a collection with the province by digest, and where they differ finds which records, reads those and
 * sends those. Rows that the province refused as they are do not count. `equal` holds when it has just been seen.
 */
export async function compareCollection(
  round: Round,
  collection: CollectionName,
): Promise<{ equal: boolean; healed: number }> {
  const found = await findDifferences(round, collection);
  if (found.length === 0) return { equal: true, healed: 0 };
  await heal(round, collection, found);
  const left = await findDifferences(round, collection);
  return { equal: left.length === 0, healed: Math.max(0, found.length - left.length) };
}

async function findDifferences(round: Round, collection: CollectionName): Promise<Difference[]> {
  const { store, wire } = round;
  const { digest } = await wire.digest(collection);
  if (digest === digestWithoutRefused(round, collection)) return [];
  const there = await wire.buckets(collection);
  if (there.length !== bucketCount)
    throw new WireFault("garbled", `${there.length} buckets of ${collection}`);
  const here = store.buckets(collection);
  const differing = [...there.keys()].filter((bucket) => there[bucket] !== here[bucket]);
  const refused = refusedAsTheyAre(round, collection);
  const aside = store.putAside(collection);
  const differences: Difference[] = [];
  for (let at = 0; at < differing.length; at += bucketsAtOnce) {
    const some = differing.slice(at, at + bucketsAtOnce);
    const answers = await Promise.all(some.map((bucket) => wire.hashes(collection, bucket)));
    for (const [place, bucket] of some.entries()) {
      const theirs = new Map(answers[place]);
      const ours = new Map(store.hashes(collection, bucket));
      for (const id of new Set([...theirs.keys(), ...ours.keys()])) {
        if (theirs.get(id) === ours.get(id) || refused.has(id)) continue;
        if (aside.has(id) && aside.get(id) === theirs.get(id)) continue;
        differences.push({ id, here: ours.get(id), there: theirs.get(id) });
      }
    }
    await round.pause();
  }
  return differences;
}

async function heal(round: Round, collection: CollectionName, found: readonly Difference[]): Promise<void> {
  const { store, wire } = round;
  for (let at = 0; at < found.length;) {
    const some = found.slice(at, at + round.portion.rows);
    at += some.length;
    const wanted = some.filter(({ there }) => there !== undefined).map(({ id }) => id);
    if (wanted.length > 0) {
      const documents = await wire.read(collection, wanted);
      store.merge(collection, documents);
      round.pulled += documents.length;
    }
    const lacking = some.flatMap(({ id, there }) => {
      const record = store.read(collection, id);
      return record && hashOfRecord(record) !== there ? [record] : [];
    });
    if (lacking.length > 0) {
      const ids = lacking.map(({ id }) => id);
      store.markUnsent(collection, ids);
      await pushRecords(
        round,
        collection,
        lacking.filter((record) => !isAcceptance(collection, record)),
      );
    }
    await round.pause();
  }
}

/** An acceptance goes after what it was given for (`pushAll`), never by itself. */
function isAcceptance(collection: CollectionName, record: object): boolean {
  return collection === "batches" && isSealed(record as Records["batches"]);
}

/** Ids of records that are still in the state the province refused. */
function refusedAsTheyAre({ store }: Round, collection: CollectionName): Map<string, string> {
  const refused = new Map<string, string>();
  for (const { id, hash } of store.refused(collection)) {
    const record = store.read(collection, id);
    if (record && hashOfRecord(record) === hash) refused.set(id, hash);
  }
  return refused;
}

function digestWithoutRefused(round: Round, collection: CollectionName): string {
  const refused = refusedAsTheyAre(round, collection);
  if (refused.size === 0) return round.store.digest(collection).digest;
  const buckets = [...round.store.buckets(collection)];
  for (const [id, hash] of refused) {
    const bucket = bucketOf(id);
    buckets[bucket] = mix(buckets[bucket] ?? "", hash);
  }
  return digestOfBuckets(buckets);
}

/** The XOR of two texts of 32 hexadecimal digits: takes a record's hash out of its bucket's digest. */
function mix(one: string, other: string): string {
  return (BigInt(`0x${one}`) ^ BigInt(`0x${other}`)).toString(16).padStart(32, "0");
}
