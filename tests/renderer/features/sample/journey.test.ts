import { expect, test } from "vitest";
import { vi as words } from "#shared/text/vi.ts";
import { addRecords } from "#renderer/db/work.ts";
import { moveAlong } from "#renderer/features/sample/begin-journey.ts";
import { sampleBatch, sampleFile } from "#tests/helpers/sample-records.ts";
import { openWork } from "#tests/helpers/work.ts";
import { steps } from "#renderer/features/sample/steps.ts";

test("a batch beyond a step stays where it is, so that the journey can be walked again", async () => {
  const work = await openWork();
  await addRecords(work, "batches", [sampleBatch("batch-1", { state: "accepted" })]);
  const way = [
    { to: "handed-over", as: "commune-preparer" },
    { to: "received", as: "district-checker" },
  ] as const;
  expect(await moveAlong(work, "batch-1", way)).toBeUndefined();
  expect((await work.db.batches.findOne("batch-1").exec(true)).state).toBe("accepted");
});

test("a batch is taken along every state on its way, each in the role of the step", async () => {
  const work = await openWork({ name: "Lê Văn Tỉnh", role: "province-officer", scope: "52" });
  await addRecords(work, "batches", [sampleBatch("batch-1", { state: "draft" })]);
  await addRecords(work, "files", [
    sampleFile("file-1", { batchId: "batch-1", receivedAt: "2025-05-20T08:00:00.000Z" }),
  ]);
  const way = [
    { to: "handed-over", as: "commune-preparer" },
    { to: "received", as: "district-checker" },
    { to: "capturing", as: "capture-operator" },
    { to: "checking", as: "district-checker" },
  ] as const;
  expect(await moveAlong(work, "batch-1", way)).toBeUndefined();
  expect((await work.db.batches.findOne("batch-1").exec(true)).state).toBe("checking");
});

test("a step that a batch may not take says why", async () => {
  const work = await openWork();
  await addRecords(work, "batches", [sampleBatch("batch-1", { state: "draft" })]);
  expect(await moveAlong(work, "batch-1", [{ to: "handed-over", as: "commune-preparer" }])).toBe(
    "batch-empty",
  );
  expect(await moveAlong(work, "gone", [])).toBe("not-a-step");
});

test("the steps are the ones that have words, in the order of a batch's life", () => {
  expect(steps.map(({ name }) => name)).toEqual(Object.keys(words.sample.steps));
});
