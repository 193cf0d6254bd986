import type { ArchiveFile } from "#shared/archive/file.ts";
import type { BatchState } from "#shared/archive/batch.ts";
import { changeRecord, type Work } from "#renderer/db/work.ts";

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
): Promise<{ changed: number; left: number }> {
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
): Promise<{ changed: number; left: number }> {
  return move(work, batchId, fileIds, report, (file) => file.batchId === batchId, "");
}

async function move(
  work: Work,
  batchId: string,
  fileIds: readonly string[],
  report: (done: number) => void,
  may: (file: Pick<ArchiveFile, "batchId" | "withdrawn">) => boolean,
  to: string,
): Promise<{ changed: number; left: number }> {
  const batch = await work.db.batches.findOne(batchId).exec();
  let changed = 0;
  let done = 0;
  for (const id of fileIds) {
    const file = await work.db.files.findOne(id).exec();
    if (batch && openForFiles(batch.state) && file && may(file)) {
      await changeRecord(work, "files", id, to === "" ? { batchId: to, receivedAt: "" } : { batchId: to });
      changed += 1;
    }
    done += 1;
    report(done);
  }
  return { changed, left: fileIds.length - changed };
}
