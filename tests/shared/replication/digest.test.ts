import fc from "fast-check";
import { expect, test } from "vitest";
import { digestOfText } from "#shared/base/digest.ts";
import {
  bucketCount,
  bucketOf,
  digestOfBuckets,
  hashOfRecord,
  SetDigest,
} from "#shared/replication/digest.ts";
import { sampleFile } from "#tests/helpers/sample-records.ts";

const rows = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 26 }), { maxLength: 40 });
const hashOf = (text: string) => digestOfText(text).slice(0, 32);

test("the digest of a set does not depend on the order, nor on what was added and taken out again", () => {
  fc.assert(
    fc.property(rows, rows, (ids, others) => {
      const [one, other] = [new SetDigest(), new SetDigest()];
      for (const id of ids) one.add(id, hashOf(id));
      for (const id of others) other.add(id, hashOf(`${id}'`));
      for (const id of [...ids].reverse()) other.add(id, hashOf(id));
      for (const id of others) other.remove(id, hashOf(`${id}'`));
      expect(other.digest()).toBe(one.digest());
      expect(other.count).toBe(ids.length);
      expect(one.digest()).toBe(digestOfBuckets(one.buckets()));
    }),
  );
});

test("one record more, one less or one other shows in its own bucket and no other", () => {
  fc.assert(
    fc.property(rows, fc.string({ minLength: 1 }), (ids, id) => {
      const set = new SetDigest();
      for (const known of ids) set.add(known, hashOf(known));
      const before = set.buckets();
      set.add(id, hashOf(`new ${id}`));
      const changed = set.buckets().flatMap((digest, bucket) => (digest === before[bucket] ? [] : [bucket]));
      expect(changed).toEqual([bucketOf(id)]);
    }),
  );
});

test("buckets are filled evenly by ids that differ in their last letters only", () => {
  const counts = new Array<number>(bucketCount).fill(0);
  for (let at = 0; at < 25_600; at += 1) {
    const bucket = bucketOf(`01JBAAAAAAAAAAAAAAAAAA${at.toString(32).padStart(4, "0")}`);
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  expect(Math.min(...counts)).toBeGreaterThan(50);
  expect(Math.max(...counts)).toBeLessThan(200);
});

test("a record's hash depends on its fields, not on their order", () => {
  const file = sampleFile("file-1");
  const turned = Object.fromEntries(Object.entries(file).reverse()) as typeof file;
  expect(hashOfRecord(turned)).toBe(hashOfRecord(file));
  expect(hashOfRecord(sampleFile("file-1", { box: "13" }))).not.toBe(hashOfRecord(file));
});
