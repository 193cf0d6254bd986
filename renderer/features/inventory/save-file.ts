import type { ArchiveFile } from "#shared/archive/file.ts";
import { blankFile } from "#shared/archive/blank.ts";
import { makeRecord } from "#shared/archive/record.ts";
import { fail, ok, type Result } from "#shared/base/result.ts";
import { cleanText } from "#shared/inventory/clean-text.ts";
import { type FileDraft, type FileDraftField, readFileDraft } from "#shared/inventory/file-draft.ts";
import type { DraftProblem } from "#shared/inventory/read-draft.ts";
import { addRecords, changeRecord, type Work } from "#renderer/db/work.ts";

/** Adds a file to a fonds in the scope of the person at work, or changes the one named; or answers all that is wrong. */
export async function saveFile(
  work: Work,
  fondsId: string,
  draft: FileDraft,
  id?: string,
): Promise<Result<ArchiveFile, DraftProblem<FileDraftField>[]>> {
  const same = await work.db.files
    .find({ selector: { fondsId, code: cleanText(draft.code) }, index: ["fondsId", "code"] })
    .exec();
  const taken = same.some((other) => other.id !== id && other.withdrawn === "");
  const read = readFileDraft(draft, taken);
  if (!read.ok) return read;
  if (id !== undefined) {
    const changed = await changeRecord(work, "files", id, read.value);
    return changed ? ok(changed) : fail([]);
  }
  const file = makeRecord<ArchiveFile>(
    { ...blankFile, id: work.id(), scope: work.profile.scope, fondsId, ...read.value },
    work.stamp(),
  );
  await addRecords(work, "files", [file]);
  return ok(file);
}
