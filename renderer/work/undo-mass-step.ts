import { type Batch, type BatchRefusal, goesOn, keptSteps } from "#shared/archive/batch.ts";
import { refuseUndo } from "#shared/archive/undo-step.ts";
import { ok } from "#shared/base/result.ts";
import { type BatchStepList, usualSteps } from "#shared/rules/batch-steps.ts";
import { usualQuality } from "#shared/rules/capture-quality.ts";
import { isTogether } from "#shared/rules/fonds-barrier.ts";
import { changeRecord, type Work } from "#renderer/db/work.ts";
import { askOnward, type OnwardStep } from "./ask-onward.ts";
import { openBeside } from "./batch-barrier.ts";

/** What became of an act that was taken back: the numbers of the batches that went back, and why others did not. */
export type UndoneBatches = {
  undone: string[];
  left: { number: string; why: BatchRefusal; movedBy: string }[];
};

/** The rules in force that a step on is asked by. */
type UndoRules = Pick<OnwardStep, "list" | "quality">;

/**
 * Takes an act of many batches back: each that took no step since goes back to what it was, by a step of its own that
 * says who took it back and why; the others stay, and are told each by itself. One that goes on by it (a return taken
 * back) is asked all that a step on its own is: the reason of the taking back explains none of it, what had been written
 * for the state it goes back to does. `report` hears how many were tried.
 */
export async function undoMassStep(
  work: Work,
  act: string,
  reason: string,
  report: (tried: number) => void = () => undefined,
  rules: UndoRules = { list: usualSteps, quality: usualQuality },
): Promise<UndoneBatches> {
  const answer: UndoneBatches = { undone: [], left: [] };
  const why = reason.normalize("NFC").trim();
  const found = await work.db.batches.find({ sort: [{ number: "asc" }], index: ["number"] }).exec();
  const took = found
    .map((one) => one.toJSON() as Batch)
    .filter(({ withdrawn }) => withdrawn === "")
    .filter(({ steps }) => steps?.some(({ mass }) => mass?.id === act) === true)
    .filter(({ steps }) => steps?.some(({ undoes }) => undoes === act) !== true);
  const beside = await besideAct(work, took, { act, reason: why }, rules.list);
  for (const [at, { id, number }] of took.entries()) {
    const now = (await work.db.batches.findOne(id).exec(true)).toJSON() as Batch;
    const refusal = await takeBack(work, now, act, why, { ...rules, beside });
    if (refusal === undefined) answer.undone.push(number);
    else {
      const { steps = [] } = now;
      const next = steps[steps.findIndex(({ mass }) => mass?.id === act) + 1];
      answer.left.push({ number, why: refusal, movedBy: next?.by ?? "" });
    }
    report(at + 1);
  }
  return answer;
}

async function takeBack(
  work: Work,
  batch: Batch,
  act: string,
  reason: string,
  rules: UndoRules & Pick<OnwardStep, "beside">,
): Promise<BatchRefusal | undefined> {
  const { role, name: by } = work.profile;
  const refusal = refuseUndo(batch, act, { by, role, reason });
  const mass = batch.steps?.at(-1)?.mass;
  if (refusal || !mass) return refusal ?? "moved-since";
  const back = { state: mass.from, ...mass.before };
  const { list, quality } = rules;
  const why = { reason: mass.before.reason ?? batch.reason, past: "" };
  const asked = { to: mass.from, role, ...why, list, quality, beside: rules.beside };
  const onward = goesOn(batch.state, mass.from) ? await askOnward(work, batch.id, asked) : ok({});
  if (!onward.ok) return onward.fault;
  const step = { to: mass.from, at: work.now(), by, role, reason, undoes: act, list: list.version };
  await changeRecord(work, "batches", batch.id, {
    ...back,
    ...onward.value,
    steps: [...(batch.steps ?? []), step].slice(-keptSteps),
  });
  return undefined;
}

/**
 * The other batches of each one's fonds, where the step on that an act is taken back by is taken together: those that go
 * back with it count as where they go.
 */
async function besideAct(
  work: Work,
  took: readonly Batch[],
  { act, reason }: { act: string; reason: string },
  list: BatchStepList,
): Promise<OnwardStep["beside"]> {
  const goesTo = took[0]?.steps?.find(({ mass }) => mass?.id === act)?.mass?.from;
  if (goesTo === undefined || !isTogether(goesTo, list)) return undefined;
  const { role, name: by } = work.profile;
  const going = new Set(
    took.filter((batch) => refuseUndo(batch, act, { by, role, reason }) === undefined).map(({ id }) => id),
  );
  const read = await openBeside(
    work,
    took.map(({ id }) => id),
  );
  return async (batchId) =>
    (await read(batchId)).map((other) => (going.has(other.id) ? { ...other, state: goesTo } : other));
}
