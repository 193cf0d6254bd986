import { beginBox, type BoxName, idOfBox } from "#shared/archive/box-id.ts";
import type { Box } from "#shared/archive/box.ts";
import { fail, ok, type Result } from "#shared/base/result.ts";
import { type BoxDraft, type BoxDraftField, readBoxDraft } from "#shared/inventory/box-draft.ts";
import type { DraftProblem } from "#shared/inventory/read-draft.ts";
import { addRecords, type Work } from "#renderer/db/work.ts";
import { type Doing, recordChanges } from "#renderer/work/history.ts";

/**
 * Writes where a box stands and what it is like, as a step that can be undone, or answers all that is wrong. A box is
 * there because files name it, so undoing gives its fields back and never withdraws it; a withdrawn one counts again.
 */
export async function placeBox(
  work: Work,
  doing: Doing,
  box: BoxName & { scope: string },
  draft: BoxDraft,
): Promise<Result<Box, DraftProblem<BoxDraftField>[]>> {
  const read = readBoxDraft(draft);
  if (!read.ok) return read;
  const id = idOfBox(box);
  const held = () => work.db.boxes.findOne(id).exec();
  if (!(await held())) await addRecords(work, "boxes", [beginBox(box, box.scope, work.stamp())]);
  const fields = { ...read.value, withdrawn: "" };
  await recordChanges(work, doing.history, doing.label, [{ collection: "boxes", id, fields }]);
  const saved = await held();
  return saved ? ok(saved.toJSON() as Box) : fail([]);
}
