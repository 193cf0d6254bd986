import { changeRecord, type Work } from "#renderer/db/work.ts";

/** Notes that the paper of these files was counted in now (or, with `received` false, that it was not after all). */
export async function receiveFiles(
  work: Work,
  fileIds: readonly string[],
  received = true,
): Promise<{ changed: number }> {
  const at = received ? work.now() : "";
  let changed = 0;
  for (const id of fileIds) {
    const file = await work.db.files.findOne(id).exec();
    if (!file || (file.receivedAt !== "") === received) continue;
    await changeRecord(work, "files", id, { receivedAt: at });
    changed += 1;
  }
  return { changed };
}
