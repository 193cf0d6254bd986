import { expect, test } from "vitest";
import type { Records } from "#shared/archive/collections.ts";
import type { Profile } from "#shared/archive/profile.ts";
import { addRecords } from "#renderer/db/work.ts";
import { readBatchDocuments } from "#renderer/work/batch-documents.ts";
import { checkItem, uncheckItem } from "#renderer/work/check-item.ts";
import { sampleBatch, sampleFile, sampleItem, samplePage } from "#tests/helpers/sample-records.ts";
import { openWork, sampleChecker } from "#tests/helpers/work.ts";

const digest = "a".repeat(64);

/** A batch in some state, with one file, one item and its pages. */
async function openBatch(
  state: Records["batches"]["state"],
  fields: Partial<Records["items"]>,
  pages: Partial<Records["pages"]>[] = [{ hold: "" }],
  profile: Profile = sampleChecker,
) {
  const work = await openWork(profile);
  await addRecords(work, "batches", [sampleBatch("batch-1", { state })]);
  await addRecords(work, "files", [sampleFile("file-1", { batchId: "batch-1" })]);
  await addRecords(work, "items", [sampleItem("item-1", { fileId: "file-1", ...fields })]);
  await addRecords(
    work,
    "pages",
    pages.map((page, at) => samplePage(`page-${at}`, { itemId: "item-1", ...page })),
  );
  return work;
}

test("a captured item is marked as checked by the person at work, and unmarked again", async () => {
  const work = await openBatch("checking", { renditionDigest: digest });
  expect(await checkItem(work, "item-1")).toMatchObject({
    ok: true,
    value: { checkedBy: sampleChecker.name },
  });
  expect(await uncheckItem(work, "item-1")).toMatchObject({ ok: true, value: { checkedAt: "" } });
});

test("an item is passed by nobody who captured a page of it, and says who did", async () => {
  const own = { capturedBy: sampleChecker.name };
  const work = await openBatch("checking", { renditionDigest: digest }, [{ capturedBy: "Trần Quét" }, own]);
  expect(await checkItem(work, "item-1")).toEqual({ ok: false, fault: "own-work" });
  const passed = await checkItem(work, "item-1", "district-checker", undefined, "Phạm Kiểm");
  const makers = `Trần Quét\n${sampleChecker.name}`;
  expect(passed).toMatchObject({ ok: true, value: { checkedBy: "Phạm Kiểm", makers } });
});

test.each([
  ["not-captured", { renditionDigest: digest }, []],
  ["page-held", { renditionDigest: digest }, [{ hold: "corrupt" as const }]],
  ["item-held", { renditionDigest: digest, hold: "secret" as const }, [{ hold: "" as const }]],
  ["no-rendition", { renditionDigest: "" }, [{ hold: "" as const }]],
])("an item is not checked while it is %s", async (refusal, fields, pages) => {
  const work = await openBatch("checking", fields, pages);
  expect(await checkItem(work, "item-1")).toEqual({ ok: false, fault: refusal });
});

test.each(["draft", "handed-over", "received", "accepted", "returned"] as const)(
  "items of a batch that is %s are neither marked nor unmarked",
  async (state) => {
    const work = await openBatch(state, { renditionDigest: digest, checkedAt: "2025-05-20T01:00:00Z" });
    expect(await checkItem(work, "item-1")).toEqual({ ok: false, fault: "batch-not-open" });
    expect(await uncheckItem(work, "item-1")).toEqual({ ok: false, fault: "batch-not-open" });
  },
);

test("a capture operator does not check", async () => {
  const operator: Profile = { name: "Trần Văn Quét", role: "capture-operator", scope: "52.550" };
  const work = await openBatch("capturing", { renditionDigest: digest }, [{ hold: "" }], operator);
  expect(await checkItem(work, "item-1")).toEqual({ ok: false, fault: "not-your-role" });
  expect((await checkItem(work, "item-1", "district-checker")).ok).toBe(true);
});

test("the documents of a batch come in the order of the inventory, without what was withdrawn", async () => {
  const work = await openWork();
  await addRecords(work, "files", [
    sampleFile("file-b", { batchId: "batch-1", code: "H05.02" }),
    sampleFile("file-a", { batchId: "batch-1", code: "H05.01" }),
    sampleFile("file-c", { batchId: "batch-1", code: "H05.00", withdrawn: "trùng" }),
    sampleFile("file-d", { batchId: "batch-2", code: "H05.03" }),
  ]);
  await addRecords(work, "items", [
    sampleItem("item-10", { fileId: "file-a", ordinal: 10 }),
    sampleItem("item-2", { fileId: "file-a", ordinal: 2 }),
    sampleItem("item-b", { fileId: "file-b" }),
    sampleItem("item-c", { fileId: "file-c" }),
    sampleItem("item-w", { fileId: "file-b", ordinal: 2, withdrawn: "nhập nhầm" }),
  ]);
  const documents = await readBatchDocuments(work, "batch-1");
  expect(documents.map(({ file, item }) => `${file.code}.${item.ordinal}`)).toEqual([
    "H05.01.2",
    "H05.01.10",
    "H05.02.1",
  ]);
});
