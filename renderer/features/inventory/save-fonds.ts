import { blankFonds } from "#shared/archive/blank.ts";
import type { Fonds } from "#shared/archive/fonds.ts";
import { makeRecord } from "#shared/archive/record.ts";
import { fail, ok, type Result } from "#shared/base/result.ts";
import { cleanText } from "#shared/inventory/clean-text.ts";
import { type FondsDraft, type FondsDraftField, readFondsDraft } from "#shared/inventory/fonds-draft.ts";
import type { DraftProblem } from "#shared/inventory/read-draft.ts";
import { addRecords, changeRecord, type Work } from "#renderer/db/work.ts";

/** Adds a fonds in the scope of the person at work, or changes the one named; or answers all that is wrong. */
export async function saveFonds(
  work: Work,
  draft: FondsDraft,
  id?: string,
): Promise<Result<Fonds, DraftProblem<FondsDraftField>[]>> {
  const same = await work.db.fonds
    .find({ selector: { code: cleanText(draft.code) }, index: ["code"] })
    .exec();
  const taken = same.some((other) => other.id !== id && other.withdrawn === "");
  const read = readFondsDraft(draft, taken);
  if (!read.ok) return read;
  if (id !== undefined) {
    const changed = await changeRecord(work, "fonds", id, read.value);
    return changed ? ok(changed) : fail([]);
  }
  const fonds = makeRecord<Fonds>(
    { ...blankFonds, id: work.id(), scope: work.profile.scope, ...read.value },
    work.stamp(),
  );
  await addRecords(work, "fonds", [fonds]);
  return ok(fonds);
}
