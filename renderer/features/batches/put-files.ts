import type { ArchiveFile } from "#shared/archive/file.ts";
import type { BatchState } from "#shared/archive/batch.ts";
import { changeRecords, type FieldChange } from "#renderer/db/change-records.ts";
import type { Work } from "#renderer/db/work.ts";

/** How many files changed and in what, and how many were left as they are. */
export type PutFiles = { changed: number; left: number; changes: FieldChange[] };

/** Files written at once: so many that writing is quick, so few that progress is seen. */
const sliceSize = 200;

/** Whether files may be put in or taken out of a batch in this state: only while its author has it. */
export function openForFiles(state: BatchState): boolean {
  return state === "draft" || state === "returned";
}

/**
 * Puts files into a batch; those that are in another batch, or withdrawn, are left as they are. Answers exact counts.
 * `report` hears how many have been looked at.
 */
export async function putFiles(
  work: Work,
  batchId: string,
  fileIds: readonly string[],
  report: (done: number) => void = () => undefined,
): Promise<PutFiles> {
  return move(
    work,
    batchId,
    fileIds,
    report,
    (file) => file.batchId === "" && file.withdrawn === "",
    batchId,
  );
}

/** Takes files out of a batch; as `putFiles`. A file taken out is no longer counted in. */
export async function takeOutFiles(
  work: Work,
  batchId: string,
  fileIds: readonly string[],
  report: (done: number) => void = () => undefined,
): Promise<PutFiles> {
  return move(work, batchId, fileIds, report, (file) => file.batchId === batchId, "");
}

async function move(
  work: Work,
  batchId: string,
  fileIds: readonly string[],
  report: (done: number) => void,
  may: (file: Pick<ArchiveFile, "batchId" | "withdrawn">) => boolean,
  to: string,
): Promise<PutFiles> {
  const batch = await work.db.batches.findOne(batchId).exec();
  if (!batch || !openForFiles(batch.state)) return { changed: 0, left: fileIds.length, changes: [] };
  const fields = to === "" ? { batchId: to, receivedAt: "" } : { batchId: to };
  const made: FieldChange[] = [];
  for (let at = 0; at < fileIds.length; at += sliceSize) {
    const slice = fileIds.slice(at, at + sliceSize);
    const changes = await changeRecords(work, "files", slice, (record) =>
      may(record as ArchiveFile) ? fields : {},
    );
    made.push(...changes);
    report(at + slice.length);
  }
  return { changed: made.length, left: fileIds.length - made.length, changes: made };
}
