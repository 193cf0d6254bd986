import { expect, test } from "vitest";
import { addRecords } from "#renderer/db/work.ts";
import { acceptBatch } from "#renderer/work/accept-batch.ts";
import { moveBatch } from "#renderer/work/move-batch.ts";
import { receiveFiles } from "#renderer/work/receive-files.ts";
import { sampleBatch, sampleFile } from "#tests/helpers/sample-records.ts";
import { openWork, sampleChecker } from "#tests/helpers/work.ts";

const batchOf = async (work: Awaited<ReturnType<typeof openWork>>) =>
  (await work.db.batches.findOne("batch-1").exec(true)).toJSON();

test("a batch without files is not handed over, one whose files were withdrawn neither", async () => {
  const work = await openWork();
  await addRecords(work, "batches", [sampleBatch("batch-1", { state: "draft" })]);
  await addRecords(work, "files", [sampleFile("file-1", { batchId: "batch-1", withdrawn: "nhập nhầm" })]);
  expect(await moveBatch(work, "batch-1", "handed-over")).toEqual({ ok: false, fault: "batch-empty" });
  expect((await batchOf(work)).state).toBe("draft");
});

test("a batch goes from draft to accepted, and each step says who and when", async () => {
  const work = await openWork();
  await addRecords(work, "batches", [sampleBatch("batch-1", { state: "draft" })]);
  await addRecords(work, "files", [sampleFile("file-1", { batchId: "batch-1" })]);
  for (const to of ["handed-over", "received", "capturing", "checking"] as const)
    expect((await moveBatch(work, "batch-1", to)).ok).toBe(true);
  expect((await acceptBatch(work, "batch-1", [])).ok).toBe(true);
  const batch = await batchOf(work);
  expect(batch).toMatchObject({
    state: "accepted",
    handedOverBy: sampleChecker.name,
    receivedBy: sampleChecker.name,
    decidedBy: sampleChecker.name,
  });
  expect(batch.handedOverAt < batch.receivedAt && batch.receivedAt < batch.decidedAt).toBe(true);
});

test("only the role of a step takes it, unless it is taken in another role", async () => {
  const work = await openWork({ name: "Trần Văn Quét", role: "capture-operator", scope: "52.550" });
  await addRecords(work, "batches", [sampleBatch("batch-1", { state: "checking" })]);
  expect(await acceptBatch(work, "batch-1", [])).toEqual({ ok: false, fault: "not-your-role" });
  expect((await acceptBatch(work, "batch-1", [], "", "district-checker")).ok).toBe(true);
});

test("a batch is returned with a reason only, and handing it over again clears the decision", async () => {
  const work = await openWork();
  await addRecords(work, "batches", [sampleBatch("batch-1", { state: "checking" })]);
  await addRecords(work, "files", [sampleFile("file-1", { batchId: "batch-1" })]);
  expect(await moveBatch(work, "batch-1", "returned", "  ")).toEqual({ ok: false, fault: "reason-missing" });
  await moveBatch(work, "batch-1", "returned", "Thiếu tờ 3");
  expect(await batchOf(work)).toMatchObject({ state: "returned", reason: "Thiếu tờ 3" });
  await moveBatch(work, "batch-1", "handed-over");
  expect(await batchOf(work)).toMatchObject({ state: "handed-over", reason: "", decidedAt: "" });
});

test("a batch that lacks something is accepted with a justification, which is kept", async () => {
  const work = await openWork();
  await addRecords(work, "batches", [sampleBatch("batch-1", { state: "checking" })]);
  const lack = {
    code: "pages-missing",
    fileId: "f",
    itemId: "i",
    label: "H05.1",
    expected: 3,
    found: 2,
  } as const;
  expect(await acceptBatch(work, "batch-1", [lack], "thiếu")).toEqual({
    ok: false,
    fault: "lacks-unexplained",
  });
  const reason = "Tờ 3 mất từ trước, có biên bản kèm theo";
  expect((await acceptBatch(work, "batch-1", [lack], reason)).ok).toBe(true);
  expect((await batchOf(work)).reason).toBe(reason);
});

test("receiving files stamps each once, and can be taken back", async () => {
  const work = await openWork();
  await addRecords(work, "files", [sampleFile("file-1"), sampleFile("file-2")]);
  expect(await receiveFiles(work, ["file-1", "file-2", "gone"])).toEqual({ changed: 2 });
  const first = (await work.db.files.findOne("file-1").exec(true)).receivedAt;
  expect(first).not.toBe("");
  expect(await receiveFiles(work, ["file-1"])).toEqual({ changed: 0 });
  expect((await work.db.files.findOne("file-1").exec(true)).receivedAt).toBe(first);
  await receiveFiles(work, ["file-1"], false);
  expect((await work.db.files.findOne("file-1").exec(true)).receivedAt).toBe("");
});
