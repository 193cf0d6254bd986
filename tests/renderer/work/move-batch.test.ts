import { expect, test } from "vitest";
import type { Lack } from "#shared/archive/lack.ts";
import { countCompleteness } from "#shared/completeness/count-batch.ts";
import type { Page } from "#shared/archive/page.ts";
import { addRecords } from "#renderer/db/work.ts";
import { acceptBatch } from "#renderer/work/accept-batch.ts";
import { moveBatch } from "#renderer/work/move-batch.ts";
import { receiveFiles } from "#renderer/work/receive-files.ts";
import { sampleBatch, sampleFile, sampleItem, samplePage } from "#tests/helpers/sample-records.ts";
import { openWork, sampleChecker } from "#tests/helpers/work.ts";

const batchOf = async (work: Awaited<ReturnType<typeof openWork>>) =>
  (await work.db.batches.findOne("batch-1").exec(true)).toJSON();

const seal = { digest: "5".repeat(64), files: [{ id: "file-1", digest: "6".repeat(32) }] };
const sealed = (lacks: readonly Lack[] = []) => ({
  ...{ completeness: { ...countCompleteness([], [], []), lacks: [...lacks] }, seal, records: 7 },
});

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
  await addRecords(work, "files", [
    sampleFile("file-1", { batchId: "batch-1", receivedAt: "2025-05-20T01:00:00.000Z" }),
  ]);
  for (const to of ["handed-over", "received", "capturing", "checking"] as const)
    expect((await moveBatch(work, "batch-1", to)).ok).toBe(true);
  expect(await acceptBatch(work, "batch-1", sealed())).toEqual({ ok: false, fault: "own-work" });
  const other = { ...work, profile: { ...work.profile, name: "Phạm Văn Duyệt" } };
  expect((await acceptBatch(other, "batch-1", sealed())).ok).toBe(true);
  for (const to of ["packed", "sent", "acknowledged"] as const)
    expect((await moveBatch(work, "batch-1", to)).ok).toBe(true);
  const batch = await batchOf(work);
  expect(batch).toMatchObject({
    state: "acknowledged",
    handedOverBy: sampleChecker.name,
    receivedBy: sampleChecker.name,
    decidedBy: "Phạm Văn Duyệt",
  });
  expect(batch.steps?.map(({ to, by, role }) => [to, by, role]).slice(3, 5)).toEqual([
    ["checking", sampleChecker.name, sampleChecker.role],
    ["accepted", "Phạm Văn Duyệt", sampleChecker.role],
  ]);
  expect(batch.handedOverAt < batch.receivedAt && batch.receivedAt < batch.decidedAt).toBe(true);
});

test("only the role of a step takes it, unless it is taken in another role", async () => {
  const work = await openWork({ name: "Trần Văn Quét", role: "capture-operator", scope: "52.550" });
  await addRecords(work, "batches", [sampleBatch("batch-1", { state: "checking" })]);
  expect(await acceptBatch(work, "batch-1", sealed())).toEqual({ ok: false, fault: "not-your-role" });
  expect((await acceptBatch(work, "batch-1", sealed(), {}, "district-checker")).ok).toBe(true);
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
  expect(await acceptBatch(work, "batch-1", sealed([lack]), { "pages-missing": "thiếu" })).toEqual({
    ok: false,
    fault: "lacks-unexplained",
  });
  const reason = "Tờ 3 mất từ trước, có biên bản kèm theo";
  expect((await acceptBatch(work, "batch-1", sealed([lack]), { "pages-missing": ` ${reason} ` })).ok).toBe(
    true,
  );
  const batch = await batchOf(work);
  expect(batch.reason).toBe(reason);
  expect(batch.seal).toEqual(seal);
  const { decision } = batch.steps?.at(-1) ?? {};
  expect(decision).toMatchObject({ digest: seal.digest, records: 7 });
  expect(decision?.lacks).toEqual([{ code: "pages-missing", count: 1, why: reason }]);
  expect(decision?.figures.find(({ stage }) => stage === "captured")).toEqual({
    ...{ stage: "captured", files: 0, items: 0, pages: 0 },
  });
  // Opened again it is sealed no more; the decision stays.
  expect((await moveBatch(work, "batch-1", "checking")).ok, "without a reason").toBe(false);
  expect((await moveBatch(work, "batch-1", "checking", "Xã giao thêm tờ 3")).ok).toBe(true);
  const open = await batchOf(work);
  expect(open.seal).toEqual({ digest: "", files: [] });
  expect(open.steps?.map(({ to }) => to)).toEqual(["accepted", "checking"]);
  expect(open.steps?.[0]?.decision?.digest).toBe(seal.digest);
});

test("receiving files stamps each once, and can be taken back", async () => {
  const work = await openWork();
  await addRecords(work, "files", [sampleFile("file-1"), sampleFile("file-2")]);
  expect(await receiveFiles(work, ["file-1", "file-2", "gone"])).toMatchObject({ changed: 2 });
  const first = (await work.db.files.findOne("file-1").exec(true)).receivedAt;
  expect(first).not.toBe("");
  expect(await receiveFiles(work, ["file-1"])).toMatchObject({ changed: 0 });
  expect((await work.db.files.findOne("file-1").exec(true)).receivedAt).toBe(first);
  await receiveFiles(work, ["file-1"], false);
  expect((await work.db.files.findOne("file-1").exec(true)).receivedAt).toBe("");
});

async function openWithPage(fields: Partial<Page>, state: "capturing" | "checking") {
  const work = await openWork();
  await addRecords(work, "batches", [sampleBatch("batch-1", { state })]);
  await addRecords(work, "files", [
    sampleFile("file-1", { batchId: "batch-1", receivedAt: "2025-05-20T01:00:00.000Z" }),
  ]);
  await addRecords(work, "items", [sampleItem("item-1", { fileId: "file-1" })]);
  const good = { blank: "no", dpi: 300, width: 2480, height: 3508, depth: 24, sharpness: 0.9 } as const;
  await addRecords(work, "pages", [samplePage("p", { ...good, itemId: "item-1", ...fields })]);
  return work;
}

const rejected = { verdict: "rejected", defect: "blurred" } as const;

test.each([
  ["rejected", rejected, "capturing", "checking"],
  ["of too few dots", { dpi: 100 }, "capturing", "checking"],
  ["rejected", rejected, "checking", "accepted"],
  ["of too few dots", { dpi: 100 }, "checking", "accepted"],
] as const)("a page that is %s keeps its batch until a checker says why", async (_, fields, from, to) => {
  const work = await openWithPage(fields, from);
  const stopped = { ok: false, fault: "pages-unsettled" };
  expect(await moveBatch(work, "batch-1", to)).toEqual(stopped);
  expect(await moveBatch(work, "batch-1", to, "vì thế")).toEqual(stopped);
  const reason = "Bản gốc mờ sẵn, không quét lại được";
  expect((await moveBatch(work, "batch-1", to, reason, "capture-operator")).ok).toBe(false);
  expect((await batchOf(work)).state).toBe(from);
  expect((await moveBatch(work, "batch-1", to, reason)).ok).toBe(true);
  expect(await batchOf(work)).toMatchObject({ state: to, reason });
});

test.each([
  ["let stand", { dpi: 100, verdict: "accepted", keptBecause: "Bản gốc đã mất, chỉ còn ảnh này" }],
  ["withdrawn", { dpi: 100, withdrawn: "quét lại" }],
] as const)("a faulty page that was %s keeps no batch", async (_, fields) => {
  const work = await openWithPage(fields, "capturing");
  expect((await moveBatch(work, "batch-1", "checking")).ok).toBe(true);
});

test("a faulty page keeps no other batch", async () => {
  const work = await openWithPage({ dpi: 100 }, "capturing");
  await addRecords(work, "batches", [sampleBatch("batch-2", { state: "capturing" })]);
  await addRecords(work, "files", [
    sampleFile("file-2", { batchId: "batch-2", receivedAt: "2025-05-20T01:00:00.000Z" }),
  ]);
  expect((await moveBatch(work, "batch-2", "checking")).ok).toBe(true);
});

test("a batch waits for its check until all its files are counted in, or a checker says why not", async () => {
  const work = await openWork();
  await addRecords(work, "batches", [sampleBatch("batch-1", { state: "capturing" })]);
  await addRecords(work, "files", [
    sampleFile("file-1", { batchId: "batch-1", receivedAt: "2025-05-20T01:00:00.000Z" }),
    sampleFile("file-2", { batchId: "batch-1", code: "P2" }),
  ]);
  expect(await moveBatch(work, "batch-1", "checking")).toEqual({ ok: false, fault: "barrier" });
  const operator = { ...work, profile: { ...work.profile, role: "capture-operator" as const } };
  const why = "Hồ sơ P2 giao sau";
  expect(await moveBatch(operator, "batch-1", "checking", why)).toEqual({ ok: false, fault: "barrier" });
  expect(await moveBatch(work, "batch-1", "checking", why)).toMatchObject({ ok: true });
  await moveBatch(work, "batch-1", "capturing");
  await receiveFiles(work, ["file-2"]);
  expect(await moveBatch(operator, "batch-1", "checking")).toMatchObject({ ok: true });
  expect((await batchOf(work)).passed).toEqual({ to: "checking", files: ["file-1", "file-2"], holds: [] });
});

test("a list of steps that asks for more keeps it waiting for all that is listed to be captured", async () => {
  const work = await openWork();
  await addRecords(work, "batches", [sampleBatch("batch-1", { state: "capturing" })]);
  await addRecords(work, "files", [sampleFile("file-1", { batchId: "batch-1" })]);
  await addRecords(work, "items", [sampleItem("item-1", { fileId: "file-1", pageCount: 1, leaves: "" })]);
  const list = {
    ...{ version: 2, source: "TT" },
    steps: [{ step: "checking" as const, asks: ["captured" as const] }],
  };
  const move = () => moveBatch(work, "batch-1", "checking", "", undefined, { list });
  expect(await move()).toEqual({ ok: false, fault: "barrier" });
  await addRecords(work, "pages", [samplePage("page-1", { itemId: "item-1" })]);
  expect(await move()).toMatchObject({ ok: true });
});
