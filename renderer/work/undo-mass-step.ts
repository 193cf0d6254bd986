import { type Batch, type BatchRefusal, goesOn, keptSteps } from "#shared/archive/batch.ts";
import { isHeld } from "#shared/archive/paper-hold.ts";
import { refuseUndo } from "#shared/archive/undo-step.ts";
import { type HeldInBatch, refuseUnseen } from "#shared/replication/rule-barrier.ts";
import { changeRecord, type Work } from "#renderer/db/work.ts";
import { readContent } from "./batch-barrier.ts";

/** What became of an act that was taken back: the numbers of the batches that went back, and why others did not. */
export type UndoneBatches = {
  undone: string[];
  left: { number: string; why: BatchRefusal; movedBy: string }[];
};

/**
 * Takes an act of many batches back: each that took no step since goes back to what it was, by a step of its own that
 * says who took it back and why; the others stay, and are told each by itself. `report` hears how many were tried.
 */
export async function undoMassStep(
  work: Work,
  act: string,
  reason: string,
  report: (tried: number) => void = () => undefined,
): Promise<UndoneBatches> {
  const answer: UndoneBatches = { undone: [], left: [] };
  const why = reason.normalize("NFC").trim();
  const found = await work.db.batches.find({ sort: [{ number: "asc" }], index: ["number"] }).exec();
  const took = found
    .map((one) => one.toJSON() as Batch)
    .filter(({ withdrawn }) => withdrawn === "")
    .filter(({ steps }) => steps?.some(({ mass }) => mass?.id === act) === true)
    .filter(({ steps }) => steps?.some(({ undoes }) => undoes === act) !== true);
  for (const [at, { id, number }] of took.entries()) {
    const now = (await work.db.batches.findOne(id).exec(true)).toJSON() as Batch;
    const refusal = await takeBack(work, now, act, why);
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
): Promise<BatchRefusal | undefined> {
  const { role, name: by } = work.profile;
  const refusal = refuseUndo(batch, act, { by, role, reason });
  const mass = batch.steps?.at(-1)?.mass;
  if (refusal || !mass) return refusal ?? "moved-since";
  const back = { state: mass.from, ...mass.before };
  const unseen =
    goesOn(batch.state, mass.from) &&
    refuseUnseen({ ...batch, ...back }, role, await contentOf(work, batch.id));
  if (unseen) return unseen;
  const step = { to: mass.from, at: work.now(), by, role, reason, undoes: act };
  await changeRecord(work, "batches", batch.id, {
    ...back,
    steps: [...(batch.steps ?? []), step].slice(-keptSteps),
  });
  return undefined;
}

async function contentOf(work: Work, batchId: string): Promise<HeldInBatch> {
  const { files, items } = await readContent(work, batchId);
  return {
    files: files.map(({ id, receivedAt }) => ({ id, received: receivedAt !== "" })),
    holds: [...files, ...items].filter(isHeld).map(({ id, held }) => ({ id, at: held?.at ?? "" })),
  };
}
