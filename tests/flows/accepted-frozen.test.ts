import { expect, test } from "vitest";
import type { Records } from "#shared/archive/collections.ts";
import { editRecord } from "#shared/archive/record.ts";
import { sealBatch } from "#shared/completeness/seal-batch.ts";
import type { SyncStatus } from "#shared/contract/session.ts";
import { usualQuality } from "#shared/rules/capture-quality.ts";
import { decisionHandlers } from "#electron/completeness/decision-handlers.ts";
import { readContent } from "#electron/completeness/read-content.ts";
import { openLoopbackProvince } from "#tests/helpers/loopback-province.ts";
import {
  sampleBatch,
  sampleFile,
  sampleFonds,
  sampleItem,
  samplePage,
} from "#tests/helpers/sample-records.ts";
import { openSyncDesk, type SyncDesk } from "#tests/helpers/sync-desk.ts";

const district = "52.550";

function edit<Name extends "batches" | "items" | "pages">(
  desk: SyncDesk,
  collection: Name,
  id: string,
  changes: Partial<Records[Name]>,
  by: string,
): void {
  const record = desk.journal.read(collection, id);
  if (!record) throw new Error(`no ${collection} ${id}`);
  desk.journal.write(collection, [editRecord(record, changes as never, desk.journal.stamp(by))], "screen");
}

function accept(desk: SyncDesk, by: string): void {
  const { seal } = sealBatch("batch-1", readContent(desk.journal, "batch-1"));
  const decided = { decidedAt: new Date().toISOString(), decidedBy: by };
  edit(desk, "batches", "batch-1", { state: "accepted", seal, ...decided }, by);
}

const allSent = ({ equal, sentRecords, totalRecords }: SyncStatus) => equal && sentRecords === totalRecords;

const differing = async (desk: SyncDesk) =>
  decisionHandlers({ journal: desk.journal, quality: () => usualQuality })["batches.verify"]({
    batchId: "batch-1",
  });

test("what a batch was accepted with comes before its acceptance, and nothing after it but with its opening", async () => {
  const province = await openLoopbackProvince();
  const credentials = [await province.enrol(district), await province.enrol(district)];
  const [one, other] = [
    await openSyncDesk(credentials[0], { deviceId: "desk-1" }),
    await openSyncDesk(credentials[1], { deviceId: "desk-2" }),
  ];
  const subjectAt = (desk: SyncDesk) => desk.journal.read("items", "item-1")?.subject;
  one.journal.write("fonds", [sampleFonds("fonds-1")], "screen");
  one.journal.write("batches", [sampleBatch("batch-1", { state: "checking" })], "screen");
  one.journal.write("files", [sampleFile("file-1", { batchId: "batch-1" })], "screen");
  one.journal.write("items", [sampleItem("item-1", { fileId: "file-1" })], "screen");
  one.journal.write("pages", [samplePage("page-1", { itemId: "item-1" })], "screen");
  await one.until(({ equal, sentRecords }) => equal && sentRecords === 5);
  await other.until(({ equal, savedRecords }) => equal && savedRecords === 5);

  // Without a line the one checks and accepts, the other renames and adds a page.
  one.connect(undefined);
  other.connect(undefined);
  edit(one, "pages", "page-1", { verdict: "accepted" }, "Lê Kiểm");
  edit(one, "items", "item-1", { checkedAt: "2025-05-20T03:00:00Z", checkedBy: "Lê Kiểm" }, "Lê Kiểm");
  accept(one, "Phạm Duyệt");
  edit(other, "items", "item-1", { subject: "Tên sửa muộn" }, "Trần Quét");
  other.journal.write("pages", [samplePage("page-2", { itemId: "item-1", ordinal: 2 })], "screen");

  one.connect(credentials[0]);
  const sent = await one.until(allSent);
  expect(sent).toMatchObject({ refusedRecords: 0, problem: "" });
  other.connect(credentials[1]);
  const refused = await other.until(({ equal, refusedRecords }) => equal && refusedRecords === 2);
  expect(refused.problem).toBe("");
  const list = await other.sync.handlers["sync.refused"]({});
  expect(list.map(({ collection, id, code, detail }) => [collection, id, code, detail]).sort()).toEqual([
    ["items", "item-1", "batch-accepted", "2025-001"],
    ["pages", "page-2", "batch-accepted", "2025-001"],
  ]);
  // Nothing is lost where it was written, and both machines say how they stand to what was accepted.
  expect(subjectAt(other)).toBe("Tên sửa muộn");
  expect(other.journal.read("items", "item-1")?.checkedBy).toBe("Lê Kiểm");
  expect((await differing(one)).total).toBe(0);
  expect((await differing(other)).differences).toMatchObject([{ fileId: "file-1", what: "changed" }]);

  // What goes on after acceptance is taken.
  edit(one, "pages", "page-1", { hold: "corrupt", wordCount: 5 }, "máy");
  expect(await one.until(allSent)).toMatchObject({
    refusedRecords: 0,
  });

  // Opened, mended and accepted again without a line in between: all of it is taken.
  one.connect(undefined);
  edit(
    one,
    "batches",
    "batch-1",
    { state: "checking", reason: "Sửa trích yếu", seal: { digest: "", files: [] } },
    "D",
  );
  edit(one, "items", "item-1", { note: "Đã sửa sau khi mở lại" }, "Lê Kiểm");
  accept(one, "Phạm Duyệt");
  one.connect(credentials[0]);
  expect(await one.until(allSent)).toMatchObject({
    refusedRecords: 0,
  });
  await other.until(() => other.journal.read("items", "item-1")?.note === "Đã sửa sau khi mở lại");
  expect((await differing(one)).total).toBe(0);

  // Opened again, what the other wrote is let in.
  edit(
    one,
    "batches",
    "batch-1",
    { state: "checking", reason: "Nhận bản sửa", seal: { digest: "", files: [] } },
    "D",
  );
  await other.until(() => other.journal.read("batches", "batch-1")?.state === "checking");
  edit(other, "items", "item-1", { subject: "Tên sửa muộn, xem lại" }, "Trần Quét");
  await one.until(() => subjectAt(one) === "Tên sửa muộn, xem lại");
  expect(province.faults).toEqual([]);
});

test("a batch that goes out for the first time when it is accepted is taken whole", async () => {
  const province = await openLoopbackProvince();
  const one = await openSyncDesk(undefined);
  one.journal.write("fonds", [sampleFonds("fonds-1")], "screen");
  one.journal.write("batches", [sampleBatch("batch-1", { state: "checking" })], "screen");
  one.journal.write("files", [sampleFile("file-1", { batchId: "batch-1" })], "screen");
  one.journal.write("items", [sampleItem("item-1", { fileId: "file-1" })], "screen");
  accept(one, "Phạm Duyệt");
  one.connect(await province.enrol(district));
  const sent = await one.until(({ equal, sentRecords }) => equal && sentRecords === 4);
  expect(sent).toMatchObject({ refusedRecords: 0, problem: "" });
  expect(one.journal.read("batches", "batch-1")).toMatchObject({ state: "accepted", refusal: "" });
  expect(province.faults).toEqual([]);
});
