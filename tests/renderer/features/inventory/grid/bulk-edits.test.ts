import { expect, it } from "vitest";
import type { Batch } from "#shared/archive/batch.ts";
import { addRecords } from "#renderer/db/work.ts";
import { isHandedOver, leaveHandedOver } from "#renderer/features/inventory/grid/bulk-edits.ts";
import { fileRows, itemRows } from "#renderer/features/inventory/grid/row-kind.ts";
import { sampleBatch, sampleFile, sampleItem } from "#tests/helpers/sample-records.ts";
import { openWork } from "#tests/helpers/work.ts";

async function openHandedOver() {
  const work = await openWork();
  const states: Record<string, Batch["state"]> = { gone: "handed-over", open: "draft", back: "returned" };
  await addRecords(
    work,
    "batches",
    Object.entries(states).map(([id, state]) => sampleBatch(id, { state })),
  );
  const files = ["gone", "open", "back", ""].map((batchId) => sampleFile(`file-${batchId}`, { batchId }));
  await addRecords(work, "files", files);
  await addRecords(
    work,
    "items",
    files.map(({ id }) => sampleItem(`item-of-${id}`, { fileId: id })),
  );
  return { work, files };
}

it("leaves out the files of a batch handed over, and counts them", async () => {
  const { work, files } = await openHandedOver();
  const ids = files.map(({ id }) => id);
  const { free, refused } = await leaveHandedOver(work, fileRows, ids);
  expect([...free].sort()).toEqual(["file-", "file-back", "file-open"]);
  expect(refused).toBe(1);
});

it("leaves out the items of such files, and lets none be moved into them", async () => {
  const { work, files } = await openHandedOver();
  const { free, refused } = await leaveHandedOver(
    work,
    itemRows,
    files.map(({ id }) => `item-of-${id}`),
  );
  expect([...free].sort()).toEqual(["item-of-file-", "item-of-file-back", "item-of-file-open"]);
  expect(refused).toBe(1);
  const handedOver = await Promise.all(files.map((file) => isHandedOver(work, file)));
  expect(handedOver).toEqual([true, false, false, false]);
});
