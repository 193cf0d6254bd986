import type { BatchState } from "#shared/archive/batch.ts";
import { changeRecords, type FieldChange, type Fields } from "#renderer/db/change-records.ts";
import type { Work } from "#renderer/db/work.ts";

/**
 * Gives the files of a batch back what one act wrote over, while the batch still is where that may be done. A file that
 * somebody changed since in what the act wrote stays as it is. Answers exact counts.
 */
export async function takeFilesBack(
  work: Work,
  batchId: string,
  changes: readonly FieldChange[],
  open: (state: BatchState) => boolean,
): Promise<{ changed: number; left: number }> {
  const batch = await work.db.batches.findOne(batchId).exec();
  if (!batch || !open(batch.state)) return { changed: 0, left: changes.length };
  const made = new Map(changes.map((change) => [change.id, change]));
  const back = await changeRecords(work, "files", [...made.keys()], (record) => {
    const change = made.get(record.id);
    const now = record as unknown as Fields;
    const untouched = change && Object.entries(change.after).every(([name, value]) => now[name] === value);
    return untouched ? change.before : {};
  });
  return { changed: back.length, left: changes.length - back.length };
}
