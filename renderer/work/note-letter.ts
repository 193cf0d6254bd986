import { may } from "#shared/archive/permissions.ts";
import type { Batch } from "#shared/archive/batch.ts";
import { changeRecord, type Work } from "#renderer/db/work.ts";

/** How many letters are kept with a batch, the last ones; the journal has them all. */
const keptLetters = 50;

/** Notes on a batch that a letter of what lacks was made; who only reads batches makes one without a note. */
export async function noteLetter(
  work: Work,
  batchId: string,
  letter: { count: number; before: string; digest: string },
): Promise<void> {
  const batch = (await work.db.batches.findOne(batchId).exec())?.toJSON() as Batch | undefined;
  if (!batch || !may(work.profile.role, "hold")) return;
  const noted = { at: work.now(), by: work.profile.name, ...letter };
  await changeRecord(work, "batches", batchId, {
    letters: [...(batch.letters ?? []), noted].slice(-keptLetters),
  });
}
