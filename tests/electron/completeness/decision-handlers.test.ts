import { expect, test } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import { writeMoment } from "#shared/base/moment.ts";
import { usualQuality } from "#shared/rules/capture-quality.ts";
import { decisionHandlers } from "#electron/completeness/decision-handlers.ts";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";
import { sampleBatch, sampleFile, sampleItem, samplePage, stampAt } from "#tests/helpers/sample-records.ts";

const accepted = Date.parse("2025-05-20T03:00:00Z");

async function openAccepted() {
  const journal = openTestJournal();
  const batch = sampleBatch("batch-1", { state: "checking" });
  journal.write("batches", [batch], "screen");
  journal.write(
    "files",
    [sampleFile("f1", { batchId: "batch-1" }), sampleFile("f2", { batchId: "batch-1" })],
    "screen",
  );
  const items = ["f1", "f2"].map((fileId) => sampleItem(`${fileId}-1`, { fileId, pageCount: 2 }));
  journal.write("items", items, "screen");
  const pages = items.flatMap(({ id }) =>
    [1, 2].map((ordinal) => samplePage(`${id}-${ordinal}`, { itemId: id, ordinal })),
  );
  journal.write("pages", pages, "screen");
  const calls = decisionHandlers({ journal, quality: () => usualQuality });
  const { seal, records, completeness } = await calls["batches.seal"]({ batchId: "batch-1" });
  const decidedAt = writeMoment(accepted);
  const stands = editRecord(batch, { state: "accepted", seal, decidedAt }, stampAt(accepted));
  journal.write("batches", [stands], "screen");
  return { journal, calls, records, completeness };
}

test("a batch is sealed with its figures of the moment, and verifies until something frozen differs", async () => {
  const { journal, calls, records, completeness } = await openAccepted();
  expect(records).toBe(8);
  expect(completeness).toMatchObject({
    listed: { files: 2, items: 2 },
    captured: { files: 2, items: 2, pages: 4 },
  });
  const verify = () => calls["batches.verify"]({ batchId: "batch-1" });
  expect(await verify()).toMatchObject({ sealed: true, records: 8, differences: [], total: 0 });

  // What comes after acceptance is no difference.
  const item = journal.read("items", "f1-1") ?? sampleItem("none");
  const receipt = { receiptDigest: item.renditionDigest, receiptAt: "2025-05-21T00:00:00Z" };
  journal.write("items", [editRecord(item, receipt, stampAt(accepted + 1000))], "desk");
  expect((await verify()).total).toBe(0);

  // Another machine's edit that came with a round, and the record it was made in.
  const page = journal.read("pages", "f2-1-2") ?? samplePage("none");
  const late = { ...stampAt(accepted + 5000, "other"), by: "Trần Văn Quét" };
  journal.write("pages", [editRecord(page, { ordinal: 3 }, late)], "province");
  journal.write("files", [sampleFile("f3", { batchId: "batch-1" })], "province");
  const found = await verify();
  expect(found.total).toBe(2);
  expect(found.differences.map(({ fileId, what }) => [fileId, what])).toEqual([
    ["f2", "changed"],
    ["f3", "added"],
  ]);
  expect(found.differences[0]?.written).toEqual([
    {
      ...{ collection: "pages", id: "f2-1-2", label: "H05.01.f2.1 · 3", by: "Trần Văn Quét" },
      at: writeMoment(accepted + 5000),
    },
  ]);
});

test("a batch that is not accepted, or was before there were seals, says so; one that is not there is a fault", async () => {
  const { journal, calls } = await openAccepted();
  const batch = journal.read("batches", "batch-1") ?? sampleBatch("none");
  journal.write("batches", [editRecord(batch, { state: "checking" }, stampAt(accepted + 1))], "screen");
  expect(await calls["batches.verify"]({ batchId: "batch-1" })).toMatchObject({ sealed: false });
  journal.write("batches", [sampleBatch("old", { state: "accepted" })], "screen");
  expect(await calls["batches.verify"]({ batchId: "old" })).toMatchObject({ sealed: false, total: 0 });
  expect(() => calls["batches.verify"]({ batchId: "none" })).toThrow("batch none");
  expect(() => calls["batches.seal"]({ batchId: "none" })).toThrow("batch none");
});
