import { expect, test } from "vitest";
import { addRecords } from "#renderer/db/work.ts";
import { readBatchDocuments } from "#renderer/work/batch-documents.ts";
import { checkMany, uncheckMany } from "#renderer/work/check-many.ts";
import { sampleBatch, sampleFile, sampleItem, samplePage } from "#tests/helpers/sample-records.ts";
import { openWork, sampleChecker } from "#tests/helpers/work.ts";

const digest = "a".repeat(64);

/** A batch of four items: two to be passed, one without its PDF/A, one captured by the checker. */
async function openItems() {
  const work = await openWork(sampleChecker);
  await addRecords(work, "batches", [sampleBatch("b", { state: "checking" })]);
  await addRecords(work, "files", [sampleFile("f", { batchId: "b", code: "H05.01" })]);
  const item = (at: number, renditionDigest: string) =>
    sampleItem(`i${at}`, { fileId: "f", ordinal: at, renditionDigest });
  await addRecords(work, "items", [item(1, digest), item(2, ""), item(3, digest), item(4, digest)]);
  const page = (at: number, capturedBy: string) => samplePage(`p${at}`, { itemId: `i${at}`, capturedBy });
  const other = "Trần Văn Quét";
  await addRecords(work, "pages", [
    page(1, other),
    page(2, other),
    page(3, sampleChecker.name),
    page(4, other),
  ]);
  return work;
}

const standing = async (work: Awaited<ReturnType<typeof openItems>>) =>
  (await readBatchDocuments(work, "b")).map(({ item }) => item.checkedBy);

test("each is passed by all that one alone is asked; the others are left and named, and stop none", async () => {
  const work = await openItems();
  const told: number[] = [];
  const { done, left } = await checkMany(work, await readBatchDocuments(work, "b"), undefined, (tried) =>
    told.push(tried),
  );
  expect(done.map(({ id }) => id)).toEqual(["i1", "i4"]);
  expect(left).toEqual([
    { title: "H05.01.2", why: "no-rendition" },
    { title: "H05.01.3", why: "own-work" },
  ]);
  expect(told).toEqual([1, 2, 3, 4]);
  expect(await standing(work)).toEqual([sampleChecker.name, "", "", sampleChecker.name]);
});

test("taken back is what still stands as it was put, and nothing else", async () => {
  const work = await openItems();
  const { done } = await checkMany(work, await readBatchDocuments(work, "b"));
  const [first, second] = done;
  if (!first || !second) throw new Error("two were passed");
  expect(await uncheckMany(work, [first, { ...second, checkedAt: "2020-01-01T00:00:00.000Z" }])).toBe(1);
  expect(await standing(work)).toEqual(["", "", "", sampleChecker.name]);
  expect(await uncheckMany(work, [first])).toBe(0);
});
