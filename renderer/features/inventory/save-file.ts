import type { ArchiveFile } from "#shared/archive/file.ts";
import { blankFile } from "#shared/archive/blank.ts";
import { makeRecord } from "#shared/archive/record.ts";
import { fail, ok, type Result } from "#shared/base/result.ts";
import { cleanText } from "#shared/inventory/clean-text.ts";
import { type FileDraft, type FileDraftField, readFileDraft } from "#shared/inventory/file-draft.ts";
import type { DraftProblem } from "#shared/inventory/read-draft.ts";
import type { Work } from "#renderer/db/work.ts";
import { type Doing, saveRecord } from "./save-record.ts";

/** Adds a file to a fonds, in the fonds' scope, or changes the one named; or answers all that is wrong. */
export async function saveFile(
  work: Work,
  doing: Doing,
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
    return answer(await saveRecord(work, doing, { collection: "files", id, fields: read.value }));
  }
  const fonds = await work.db.fonds.findOne(fondsId).exec();
  const scope = fonds?.scope ?? work.profile.scope;
  const record = makeRecord<ArchiveFile>(
    { ...blankFile, id: work.id(), scope, fondsId, ...read.value },
    work.stamp(),
  );
  return answer(await saveRecord(work, doing, { collection: "files", record }));
}

function answer(saved: ArchiveFile | undefined): Result<ArchiveFile, DraftProblem<FileDraftField>[]> {
  return saved ? ok(saved) : fail([]);
}
