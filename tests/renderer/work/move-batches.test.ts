import { expect, test } from "vitest";
import { massActs } from "#shared/archive/undo-step.ts";
import { type Batch, timesReturned } from "#shared/archive/batch.ts";
import { addRecords } from "#renderer/db/work.ts";
import { holdPaper } from "#renderer/work/hold-paper.ts";
import { moveBatch } from "#renderer/work/move-batch.ts";
import { moveBatches } from "#renderer/work/move-batches.ts";
import { undoMassStep } from "#renderer/work/undo-mass-step.ts";
import { sampleBatch, sampleFile } from "#tests/helpers/sample-records.ts";
import { openWork } from "#tests/helpers/work.ts";

test("many batches take one step, each that may not is told by itself, and all are counted", async () => {
  const work = await openWork();
  const batches = ["1", "2", "3", "4"].map((at) =>
    sampleBatch(`batch-${at}`, { number: `2025-00${at}`, state: "handed-over" }),
  );
  await addRecords(work, "batches", batches);
  await holdPaper(work, "batches", ["batch-2"], "stuck");
  // Taken back after the list was shown: it is not received from its new state.
  expect((await moveBatch(work, "batch-3", "draft")).ok).toBe(true);
  const heard: number[] = [];
  const moved = await moveBatches(work, batches, "received", "", (tried) => heard.push(tried));
  expect(moved).toMatchObject({
    done: ["2025-001", "2025-004"],
    refused: [
      { number: "2025-002", why: "batch-held" },
      { number: "2025-003", why: "not-a-step" },
    ],
  });
  expect(heard).toEqual([1, 2, 3, 4]);
  const found = await work.db.batches.find({ sort: [{ number: "asc" }] }).exec();
  expect(found.map(({ state }) => state)).toEqual(["received", "handed-over", "draft", "received"]);
});

test("an act of many is taken back as one: what somebody moved since stays, and the way each went is kept", async () => {
  const work = await openWork();
  const before = { state: "checking", decidedAt: "", receivedAt: "2025-05-19T01:00:00.000Z" } as const;
  const batches = ["1", "2", "3"].map((at) => sampleBatch(`b${at}`, { number: `2025-00${at}`, ...before }));
  await addRecords(work, "batches", batches);
  const { act } = await moveBatches(work, batches, "returned", "Thiếu bìa hồ sơ");
  const read = async () =>
    (await work.db.batches.find({ sort: [{ number: "asc" }] }).exec()).map((one) => one.toJSON() as Batch);
  const who = { by: work.profile.name, role: work.profile.role };
  await addRecords(work, "files", [sampleFile("f2", { batchId: "b2" })]);
  await moveBatch(work, "b2", "handed-over", "", undefined, { by: "Nguyễn Thị Hoa" });
  const [mass] = massActs(await read(), who);
  expect(mass).toMatchObject({ id: act, from: "checking", to: "returned" });
  expect(mass?.batches.map(({ stands, movedBy }) => [stands, movedBy])).toEqual([
    ["open", undefined],
    ["moved-since", "Nguyễn Thị Hoa"],
    ["open", undefined],
  ]);

  expect(await undoMassStep(work, act, " ")).toMatchObject({ undone: [] });
  const heard: number[] = [];
  expect(await undoMassStep(work, act, "Nhầm đợt", (tried) => heard.push(tried))).toEqual({
    undone: ["2025-001", "2025-003"],
    left: [{ number: "2025-002", why: "moved-since", movedBy: "Nguyễn Thị Hoa" }],
  });
  expect(heard).toEqual([1, 2, 3]);
  const [first, second] = await read();
  expect(first).toMatchObject({ ...before, reason: "", decidedBy: "" });
  expect(first?.steps?.map(({ to, undoes, reason }) => [to, undoes, reason])).toEqual([
    ["returned", undefined, "Thiếu bìa hồ sơ"],
    ["checking", act, "Nhầm đợt"],
  ]);
  expect(first && timesReturned(first)).toBe(0);
  expect(second).toMatchObject({ state: "handed-over" });
  // What was taken back is not taken back again.
  expect(await undoMassStep(work, act, "Lần nữa")).toMatchObject({ undone: [] });
});

test("files that came to a batch since stand in the way of taking its return back", async () => {
  const work = await openWork();
  const passed = { to: "checking", files: ["f1"], holds: [] };
  const batches = ["1", "2"].map((at) =>
    sampleBatch(`b${at}`, { number: `2025-00${at}`, state: "checking", passed }),
  );
  await addRecords(work, "batches", batches);
  await addRecords(work, "files", [sampleFile("f1", { batchId: "b1" })]);
  const { act } = await moveBatches(work, batches, "returned", "Thiếu bìa hồ sơ");
  await addRecords(work, "files", [sampleFile("f9", { batchId: "b1" })]);
  expect(await undoMassStep(work, act, "Nhầm đợt")).toEqual({
    undone: ["2025-002"],
    left: [{ number: "2025-001", why: "barrier", movedBy: "" }],
  });
});
