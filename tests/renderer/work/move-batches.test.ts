import { expect, test } from "vitest";
import { addRecords } from "#renderer/db/work.ts";
import { holdPaper } from "#renderer/work/hold-paper.ts";
import { moveBatch } from "#renderer/work/move-batch.ts";
import { moveBatches } from "#renderer/work/move-batches.ts";
import { sampleBatch } from "#tests/helpers/sample-records.ts";
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
  expect(moved).toEqual({
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
