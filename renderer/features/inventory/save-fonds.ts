import { blankFonds } from "#shared/archive/blank.ts";
import type { Fonds } from "#shared/archive/fonds.ts";
import { makeRecord } from "#shared/archive/record.ts";
import { fail, ok, type Result } from "#shared/base/result.ts";
import { cleanText } from "#shared/inventory/clean-text.ts";
import {
  editsOfFonds,
  type FondsDraft,
  type FondsDraftField,
  readFondsDraft,
} from "#shared/inventory/fonds-draft.ts";
import type { DraftProblem } from "#shared/inventory/read-draft.ts";
import type { Work } from "#renderer/db/work.ts";
import { type Doing, saveRecord } from "./save-record.ts";

/**
 * Adds a fonds of the unit of a scope, or changes the one named, whose unit stays what it is; or answers all that is
 * wrong.
 */
export async function saveFonds(
  work: Work,
  doing: Doing,
  draft: FondsDraft,
  scope: string,
  id?: string,
): Promise<Result<Fonds, DraftProblem<FondsDraftField>[]>> {
  const same = await work.db.fonds
    .find({ selector: { code: cleanText(draft.code) }, index: ["code"] })
    .exec();
  const taken = same.some((other) => other.id !== id && other.withdrawn === "");
  const read = readFondsDraft(draft, taken);
  if (!read.ok) return read;
  if (id === undefined) {
    const fields = { ...blankFonds, id: work.id(), scope, ...read.value };
    const record = makeRecord<Fonds>(fields, work.stamp());
    return answer(await saveRecord(work, doing, { collection: "fonds", record }));
  }
  const held = await work.db.fonds.findOne(id).exec();
  if (!held) return fail([]);
  const fields = editsOfFonds(held.toJSON(), read.value);
  return answer(await saveRecord(work, doing, { collection: "fonds", id, fields }));
}

function answer(saved: Fonds | undefined): Result<Fonds, DraftProblem<FondsDraftField>[]> {
  return saved ? ok(saved) : fail([]);
}
