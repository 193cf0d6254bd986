import type { Batch } from "#shared/archive/batch.ts";
import { dueFields, type DueRefusal, type DueStep, refuseDue } from "#shared/archive/batch-due.ts";
import { fail, ok, type Result } from "#shared/base/result.ts";
import { changeRecord, type Work } from "#renderer/db/work.ts";

/**
 * Gives a batch a day of its own (`yyyy-mm-dd`) by which it is to have come to a step, or with an empty day takes it
 * away again, and notes who did it in which role, when and why. Answers the batch as it then is.
 */
export async function setDue(
  work: Work,
  batchId: string,
  step: DueStep,
  day: string,
  reason: string,
): Promise<Result<Batch, DueRefusal>> {
  const batch = (await work.db.batches.findOne(batchId).exec(true)).toJSON() as Batch;
  const why = reason.normalize("NFC").trim();
  const { name, role } = work.profile;
  const refusal = refuseDue(batch, step, day, why, role);
  if (refusal) return fail(refusal);
  const own = { day, why, at: work.now(), by: name, role };
  return ok((await changeRecord(work, "batches", batchId, { [dueFields[step]]: own })) ?? batch);
}
