import { expect, it } from "vitest";
import type { Page } from "#shared/archive/page.ts";
import { turnBy } from "#shared/capture/corrections.ts";
import { noCorrection } from "#shared/archive/correction.ts";
import { addRecords } from "#renderer/db/work.ts";
import { correctPage } from "#renderer/work/correct-page.ts";
import { finishCapture } from "#renderer/work/finish-capture.ts";
import { keepHistory, undoStep } from "#renderer/work/history.ts";
import { acceptPage, justifyPage, rejectPage } from "#renderer/work/judge-page.ts";
import { concludeSample, planJudgingOf } from "#renderer/work/plan-judging.ts";
import { sampleBatch, sampleItem, samplePage } from "#tests/helpers/sample-records.ts";
import { openWork, sampleChecker } from "#tests/helpers/work.ts";

const good = { blank: "no", dpi: 300, width: 2480, height: 3508, depth: 24, sharpness: 0.9 } as const;

async function open(
  fields: Partial<Page>,
  role: "district-checker" | "capture-operator" | "commune-preparer",
) {
  const work = await openWork({ ...sampleChecker, role });
  await addRecords(work, "items", [sampleItem("item-1", {})]);
  await addRecords(work, "pages", [samplePage("p", { ...good, itemId: "item-1", ...fields })]);
  const read = async () => (await work.db.pages.findOne("p").exec())?.toJSON() as Page;
  return { work, read, doing: { history: keepHistory(), label: "Duyệt" } };
}

it("accepts and rejects a page with who and when, and each can be undone", async () => {
  const { work, read, doing } = await open({}, "capture-operator");
  expect((await acceptPage(work, doing, "p")).ok).toBe(true);
  expect(await read()).toMatchObject({ verdict: "accepted", verdictBy: sampleChecker.name, defect: "" });
  expect((await read()).verdictAt).not.toBe("");
  await rejectPage(work, doing, "p", "blurred");
  expect(await read()).toMatchObject({ verdict: "rejected", defect: "blurred" });
  await undoStep(work, doing.history);
  expect(await read()).toMatchObject({ verdict: "accepted", defect: "" });
  await undoStep(work, doing.history);
  expect(await read()).toMatchObject({ verdict: "", verdictAt: "", verdictBy: "" });
});

it("a correction takes the verdict back", async () => {
  const { work, read, doing } = await open({}, "capture-operator");
  await rejectPage(work, doing, "p", "skewed");
  await correctPage(work, doing, "p", turnBy(noCorrection, 90));
  expect(await read()).toMatchObject({ verdict: "", defect: "" });
});

it("does not accept a page that breaks a rule, but rejects it", async () => {
  const faulty = await open({ dpi: 100 }, "district-checker");
  expect(await acceptPage(faulty.work, faulty.doing, "p")).toEqual({ ok: false, fault: "faulty" });
  expect((await rejectPage(faulty.work, faulty.doing, "p", "other")).ok).toBe(true);
});

it("does not accept a page that waits for a person, nor one that is not there", async () => {
  const held = await open({ hold: "corrupt" }, "district-checker");
  expect(await acceptPage(held.work, held.doing, "p")).toEqual({ ok: false, fault: "held" });
  expect(await acceptPage(held.work, held.doing, "x")).toEqual({ ok: false, fault: "not-found" });
});

it("is for those who scan and check", async () => {
  const { work, doing } = await open({}, "commune-preparer");
  expect(await acceptPage(work, doing, "p")).toEqual({ ok: false, fault: "not-your-role" });
});

it("lets a faulty page stand only by the role that may, with a reason that says something", async () => {
  const { work, read, doing } = await open({ dpi: 100 }, "district-checker");
  expect(await justifyPage(work, doing, "p", "vì thế")).toEqual({ ok: false, fault: "reason-missing" });
  expect((await justifyPage(work, doing, "p", "Bản gốc đã mất, chỉ còn ảnh này")).ok).toBe(true);
  expect(await read()).toMatchObject({
    verdict: "accepted",
    keptBecause: "Bản gốc đã mất, chỉ còn ảnh này",
  });
});

it("lets no operator decide that a faulty page stands", async () => {
  const operator = await open({ dpi: 100 }, "capture-operator");
  expect(await justifyPage(operator.work, operator.doing, "p", "Bản gốc đã mất rồi")).toEqual({
    ok: false,
    fault: "not-your-role",
  });
});

it("writes a plan with its seed, then its result, and no other plan after that", async () => {
  const work = await openWork();
  await addRecords(work, "batches", [sampleBatch("b", { state: "checking" })]);
  const planned = await planJudgingOf(work, "b", { lot: 1000, whole: false });
  if (!planned.ok) throw new Error(planned.fault);
  expect(planned.value).toMatchObject({ samplePlan: "sample", sampleSize: 80, sampleAccept: 2 });
  expect(planned.value.sampleSeed).not.toBe("");
  expect(planned.value.samplePlannedBy).toBe(work.profile.name);
  expect(await concludeSample(work, "b", { judged: 1, rejected: 0, result: "" })).toEqual({
    ok: false,
    fault: "undecided",
  });
  const concluded = await concludeSample(work, "b", { judged: 3, rejected: 3, result: "failed" });
  expect(concluded.ok && concluded.value).toMatchObject({ sampleRejected: 3, sampleResult: "failed" });
  expect(await planJudgingOf(work, "b", { lot: 1000, whole: true })).toEqual({ ok: false, fault: "decided" });
});

it("keeps a batch at the station while pages are unsettled, unless a checker says why", async () => {
  const work = await openWork();
  await addRecords(work, "batches", [sampleBatch("b", { state: "capturing" })]);
  const lacks = [
    { code: "page-faulty", fileId: "f", itemId: "i", label: "H.1", expected: 3, found: 1 },
  ] as const;
  expect(await finishCapture(work, "b", lacks)).toEqual({ ok: false, fault: "pages-unsettled" });
  const moved = await finishCapture(work, "b", lacks, "Bản gốc mờ sẵn, không quét lại được");
  expect(moved.ok && moved.value).toMatchObject({ state: "checking" });
});
