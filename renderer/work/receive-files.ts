import type { ArchiveFile } from "#shared/archive/file.ts";
import { changeRecords, type FieldChange } from "#renderer/db/change-records.ts";
import type { Work } from "#renderer/db/work.ts";

/** Notes that the paper of these files was counted in now (or, with `received` false, that it was not after all). */
export async function receiveFiles(
  work: Work,
  fileIds: readonly string[],
  received = true,
): Promise<{ changed: number; changes: FieldChange[] }> {
  const receivedAt = received ? work.now() : "";
  const changes = await changeRecords(work, "files", fileIds, (record) =>
    ((record as ArchiveFile).receivedAt !== "") === received ? {} : { receivedAt },
  );
  return { changed: changes.length, changes };
}
