import type { Batch } from "#shared/archive/batch.ts";
import { blankBatch } from "#shared/archive/blank.ts";
import { makeRecord } from "#shared/archive/record.ts";
import { fail, ok, type Result } from "#shared/base/result.ts";
import { nextBatchNumber } from "#shared/archive/batch-number.ts";
import { linesField, textField } from "#shared/inventory/field-readers.ts";
import { type DraftProblem, readFields } from "#shared/inventory/read-draft.ts";
import { addRecords, type Work } from "#renderer/db/work.ts";

const readers = { name: textField(200, { required: true }), note: linesField(2000) };

export type BatchDraft = { name: string; note: string };

/** Makes an empty batch in the scope of the person at work, with the next number of the unit and year. */
export async function makeBatch(
  work: Work,
  draft: BatchDraft,
): Promise<Result<Batch, DraftProblem<keyof BatchDraft>[]>> {
  const { fields, problems } = readFields(readers, draft);
  if (problems.length > 0) return fail(problems);
  const { scope } = work.profile;
  const all = await work.db.batches.find().exec();
  const numbers = all.filter((batch) => batch.scope === scope).map((batch) => batch.number);
  const batch = makeRecord<Batch>(
    {
      ...blankBatch,
      id: work.id(),
      scope,
      number: nextBatchNumber(numbers, work.now().slice(0, 4)),
      ...fields,
    },
    work.stamp(),
  );
  await addRecords(work, "batches", [batch]);
  return ok(batch);
}
