import { expect, test } from "vitest";
import type { BatchState } from "#shared/archive/batch.ts";
import { addRecords, changeRecord } from "#renderer/db/work.ts";
import { moveBatch } from "#renderer/work/move-batch.ts";
import { acceptBatch } from "#renderer/work/accept-batch.ts";
import { openBeside } from "#renderer/work/batch-barrier.ts";
import { undoMassStep } from "#renderer/work/undo-mass-step.ts";
import { usualQuality } from "#shared/rules/capture-quality.ts";
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

test("where the files of a fonds lie is read once for a whole act of many batches", async () => {
  const { work, batches } = await openFonds(["accepted", "accepted", "accepted", "checking"]);
  let asked = 0;
  const find = work.db.files.find.bind(work.db.files);
  work.db.files.find = (query) => {
    if (JSON.stringify(query ?? {}).includes("fondsId")) asked += 1;
    return find(query);
  };
  const beside = await openBeside(
    work,
    batches.map(({ id }) => id),
  );
  expect((await beside("b0")).map(({ id }) => id)).toEqual(["b1", "b2", "b3"]);
  await changeRecord(work, "batches", "b3", { state: "accepted" });
  // How far each has come is what stands when it is asked.
  expect((await beside("b1")).map(({ state }) => state)).toEqual(["accepted", "accepted", "accepted"]);
  expect(asked).toBe(1);
  await moveBatches(work, batches, "packed", "", undefined, undefined, list);
  expect(asked).toBe(2);
});

test("why something lacks does not accept a batch before the others of its fonds; a reason of its own does", async () => {
  const { work } = await openFonds(["checking", "capturing"]);
  const together = togetherSteps(2, ["accepted"]);
  const listed = { files: 1, items: 1, pages: 1, leaves: 1 };
  const lack = { code: "not-checked", fileId: "f-b0", itemId: "", label: "P1", fondsId: "fonds-1" };
  const completeness = { listed, captured: listed, lacks: [lack] };
  const sealed = { completeness, seal: { digest: "c".repeat(64), signedBy: "", mark: "" }, records: 2 };
  const accept = (past: string) =>
    acceptBatch(
      ...([work, "b0", sealed as never, { "not-checked": "Văn bản này đã kiểm tra trên giấy" }] as const),
      ...(["district-checker", usualQuality, "Người duyệt", together, past] as const),
    );
  expect(await accept("")).toEqual({ ok: false, fault: "fonds-behind" });
  expect(await accept("ngắn")).toEqual({ ok: false, fault: "fonds-behind" });
  const answer = await accept("Sở yêu cầu nghiệm thu trước");
  expect(answer).toMatchObject({ ok: true, value: { state: "accepted", passed: { beside: ["b1"] } } });
  const step = answer.ok ? answer.value.steps?.at(-1) : undefined;
  expect(step).toMatchObject({ past: "Sở yêu cầu nghiệm thu trước" });
  expect(step?.reason).not.toContain("Sở yêu cầu");
});

test("a return of many that is taken back waits for the others as a step of its own would", async () => {
  const { work, batches } = await openFonds(["checking", "checking", "received"]);
  const two = batches.slice(0, 2);
  const rules = { list, quality: usualQuality };
  const back = await moveBatches(work, two, "returned", "Thiếu mục lục đi kèm", undefined, undefined, list);
  expect(back.done).toHaveLength(2);
  const why = "Trả lại nhầm cả hai đợt, mục lục có đủ";
  const stopped = await undoMassStep(work, back.act, why, undefined, rules);
  expect(stopped.left.map(({ why: refusal }) => refusal)).toEqual(["fonds-behind", "fonds-behind"]);
  await changeRecord(work, "batches", "b2", { state: "capturing" });
  // The two go back together, and do not wait for each other.
  const taken = await undoMassStep(work, back.act, why, undefined, rules);
  expect(taken.undone).toEqual(["2025-000", "2025-001"]);
  const again = (await work.db.batches.findOne("b0").exec(true)).toJSON();
  expect(again).toMatchObject({ state: "checking", passed: { to: "checking", beside: ["b1", "b2"] } });
  expect(again.steps?.at(-1)).toMatchObject({ undoes: back.act, list: 2 });
});
