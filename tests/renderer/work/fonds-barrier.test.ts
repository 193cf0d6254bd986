import { expect, test } from "vitest";
import type { BatchState } from "#shared/archive/batch.ts";
import { addRecords, changeRecord } from "#renderer/db/work.ts";
import { moveBatch } from "#renderer/work/move-batch.ts";
import { moveBatches } from "#renderer/work/move-batches.ts";
import { sampleBatch, sampleFile } from "#tests/helpers/sample-records.ts";
import { togetherSteps } from "#tests/helpers/sample-steps.ts";
import { openWork } from "#tests/helpers/work.ts";

const list = togetherSteps(2, ["checking", "packed"]);
const receivedAt = "2025-05-20T01:00:00.000Z";

async function openFonds(states: readonly BatchState[]) {
  const work = await openWork();
  const batches = states.map((state, at) => sampleBatch(`b${at}`, { number: `2025-00${at}`, state }));
  await addRecords(work, "batches", batches);
  const files = batches.map(({ id }) => sampleFile(`f-${id}`, { batchId: id, receivedAt }));
  await addRecords(work, "files", files);
  const move = (id: string, to: BatchState, reason = "", as = work.profile.role) =>
    moveBatch(work, id, to, reason, as, { list });
  return { work, batches, move };
}

test("a batch waits for those of its fonds, or a checker says why it does not; who was seen goes with the step", async () => {
  const { work, move } = await openFonds(["capturing", "received", "acknowledged"]);
  const behind = { ok: false, fault: "fonds-behind" };
  expect(await move("b0", "checking")).toEqual(behind);
  expect(await move("b0", "checking", "Đợt sau giao muộn", "capture-operator")).toEqual(behind);
  expect(await move("b0", "checking", "ngắn")).toEqual(behind);
  const why = "Đợt 2025-001 xã giao muộn, có biên bản";
  const moved = await move("b0", "checking", why);
  expect(moved).toMatchObject({
    ok: true,
    value: { state: "checking", reason: why, passed: { files: ["f-b0"], beside: ["b1", "b2"] } },
  });
  // Under the usual list nothing waits, and nothing is said of who was seen.
  await moveBatch(work, "b0", "capturing");
  const usual = await moveBatch(work, "b0", "checking");
  expect(usual.ok && usual.value.passed?.beside).toBe(undefined);
});

test("a batch waits for none that is withdrawn, of another fonds, or holds no file that stands", async () => {
  const { work, move } = await openFonds(["capturing", "received", "received", "received"]);
  await changeRecord(work, "batches", "b1", { withdrawn: "lập nhầm" });
  await changeRecord(work, "files", "f-b2", { fondsId: "fonds-2" });
  expect(await move("b0", "checking")).toMatchObject({ fault: "fonds-behind" });
  await changeRecord(work, "files", "f-b3", { withdrawn: "nhập nhầm" });
  expect(await move("b0", "checking")).toMatchObject({ ok: true, value: { passed: { beside: [] } } });
});

test("going back waits for nobody", async () => {
  const { move } = await openFonds(["checking", "capturing"]);
  expect(await move("b0", "capturing")).toMatchObject({ ok: true });
  expect(await move("b0", "checking")).toMatchObject({ ok: true });
});

test("a later step that is taken together waits too, and says who was seen alone", async () => {
  const { move } = await openFonds(["accepted", "checking"]);
  expect(await move("b0", "packed")).toMatchObject({ fault: "fonds-behind" });
  expect(await move("b0", "packed", "Gửi trước theo yêu cầu của Sở")).toMatchObject({
    ok: true,
    value: { passed: { to: "packed", files: [], beside: ["b1"] } },
  });
});

test("many batches go on together once all are ready, and until then each says why it does not", async () => {
  const { work, batches } = await openFonds(["accepted", "accepted", "checking"]);
  const two = batches.slice(0, 2);
  const stopped = await moveBatches(work, two, "packed", "", undefined, undefined, list);
  expect(stopped.refused.map(({ why }) => why)).toEqual(["fonds-behind", "fonds-behind"]);
  await changeRecord(work, "batches", "b2", { state: "accepted" });
  const whole = await moveBatches(work, two, "packed", "", undefined, undefined, list);
  expect(whole).toMatchObject({ done: ["2025-000", "2025-001"], refused: [] });
});
