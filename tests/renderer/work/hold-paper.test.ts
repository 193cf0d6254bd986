import { expect, test } from "vitest";
import { addRecords, changeRecord } from "#renderer/db/work.ts";
import { insertPages } from "#renderer/work/add-pages.ts";
import { checkItem } from "#renderer/work/check-item.ts";
import { holdPaper } from "#renderer/work/hold-paper.ts";
import { keepHistory } from "#renderer/work/history.ts";
import { moveBatch } from "#renderer/work/move-batch.ts";
import { sampleBatch, sampleFile, sampleItem, samplePage } from "#tests/helpers/sample-records.ts";
import { openWork, sampleChecker } from "#tests/helpers/work.ts";

const open = async () => {
  const work = await openWork();
  await addRecords(work, "batches", [sampleBatch("batch-1", { state: "capturing" })]);
  await addRecords(work, "files", [
    sampleFile("file-1", { batchId: "batch-1", receivedAt: "2025-05-20T01:00:00.000Z" }),
    sampleFile("file-2", { batchId: "batch-1", receivedAt: "2025-05-20T01:00:00.000Z" }),
  ]);
  await addRecords(work, "items", [sampleItem("item-1", { fileId: "file-1" })]);
  return work;
};

test("files are kept back with who, when and why, each counted, and let go on with a reason", async () => {
  const work = await open();
  expect(await holdPaper(work, "files", ["file-1"], "torn", " Rách mép ")).toEqual({
    changed: 1,
    refused: {},
  });
  expect((await work.db.files.findOne("file-1").exec(true)).toJSON().held).toMatchObject({
    code: "torn",
    why: "Rách mép",
    by: sampleChecker.name,
  });
  expect(await holdPaper(work, "files", ["file-1", "file-2"], "torn")).toEqual({
    changed: 1,
    refused: { "held-already": 1 },
  });
  expect(await holdPaper(work, "files", ["file-1"], "")).toEqual({
    changed: 0,
    refused: { "why-missing": 1 },
  });
  expect(await holdPaper(work, "files", ["file-1"], "", "Đã vá")).toEqual({ changed: 1, refused: {} });
});

test("a batch with a file kept back goes on to its check with a checker's reason alone", async () => {
  const work = await open();
  await holdPaper(work, "files", ["file-2"], "missing-leaves");
  expect(await moveBatch(work, "batch-1", "checking")).toEqual({ ok: false, fault: "files-held" });
  const operator = { ...work, profile: { ...work.profile, role: "capture-operator" as const } };
  const reason = "Hồ sơ 02 chuyển tu bổ, số hóa sau";
  expect(await moveBatch(operator, "batch-1", "checking", reason)).toEqual({
    ok: false,
    fault: "files-held",
  });
  expect((await moveBatch(work, "batch-1", "checking", reason)).ok).toBe(true);
  // Back to the station it goes without one.
  expect((await moveBatch(work, "batch-1", "capturing")).ok).toBe(true);
});

test("a batch kept back is returned, and goes no step on whatever the reason", async () => {
  const work = await open();
  await holdPaper(work, "batches", ["batch-1"], "other", "Chờ ý kiến của xã");
  expect(await moveBatch(work, "batch-1", "checking", "Một lý do đủ dài")).toEqual({
    ok: false,
    fault: "batch-held",
  });
  expect((await moveBatch(work, "batch-1", "returned", "Xã nhận lại")).ok).toBe(true);
});

test("an item of a file kept back takes no page and is not checked", async () => {
  const work = await open();
  await holdPaper(work, "files", ["file-1"], "secret");
  expect(await insertPages(work, { history: keepHistory(), label: "Gắn" }, { itemId: "item-1" }, [])).toEqual(
    {
      ok: false,
      fault: "file-held",
    },
  );
  expect(await checkItem(work, "item-1")).toEqual({ ok: false, fault: "file-held" });
});

test("a single item is kept back: nothing is scanned of it or passed, and its batch waits for a reason", async () => {
  const work = await open();
  expect(await holdPaper(work, "items", ["item-1"], "missing-leaves")).toEqual({ changed: 1, refused: {} });
  const doing = { history: keepHistory(), label: "" };
  expect(await insertPages(work, doing, { itemId: "item-1" }, [])).toEqual({
    ...{ ok: false, fault: "file-held" },
  });
  const { id, ...page } = samplePage("page-1", { itemId: "item-1", verdict: "accepted" });
  await addRecords(work, "pages", [{ ...page, id }]);
  await changeRecord(work, "items", "item-1", { renditionDigest: "a".repeat(64) });
  expect(await checkItem(work, "item-1")).toEqual({ ok: false, fault: "item-held" });
  expect(await moveBatch(work, "batch-1", "checking")).toEqual({ ok: false, fault: "files-held" });
  await holdPaper(work, "items", ["item-1"], "", "Đã tìm thấy tờ 3");
  expect(await checkItem(work, "item-1")).toMatchObject({ ok: true });
  expect(await moveBatch(work, "batch-1", "checking")).toMatchObject({ ok: true });
});
