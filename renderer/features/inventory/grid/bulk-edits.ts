import type { ArchiveFile } from "#shared/archive/file.ts";
import { readRecords } from "#renderer/db/change-records.ts";
import type { Work } from "#renderer/db/work.ts";
import type { Edit } from "#renderer/work/history.ts";
import type { RowKind } from "./row-kind.ts";

/** The records that may be changed as many: those whose file travels in a batch handed over are left out and counted. */
export async function leaveHandedOver(
  work: Work,
  kind: RowKind,
  ids: readonly string[],
): Promise<{ free: string[]; refused: number }> {
  const records = await readRecords(work, kind.collection, ids);
  const fileIdOf = new Map(
    [...records].map(([id, record]) => [id, "fileId" in record ? String(record.fileId) : id]),
  );
  const files = await readRecords(work, "files", [...new Set(fileIdOf.values())]);
  const batchOf = (fileId: string) =>
    (files.get(fileId) as unknown as ArchiveFile | undefined)?.batchId ?? "";
  const closed = await closedBatches(work, [...files.keys()].map(batchOf));
  const free = [...records.keys()].filter((id) => !closed.has(batchOf(fileIdOf.get(id) ?? "")));
  return { free, refused: records.size - free.length };
}

/** Whether a file travels in a batch handed over: nothing is moved into it. */
export async function isHandedOver(work: Work, file: ArchiveFile): Promise<boolean> {
  return (await closedBatches(work, [file.batchId])).size > 0;
}

async function closedBatches(work: Work, ids: readonly string[]): Promise<Set<string>> {
  const known = [...new Set(ids.filter((id) => id !== ""))];
  const closed = new Set<string>();
  for (const [id, batch] of await readRecords(work, "batches", known)) {
    if ("state" in batch && batch.state !== "draft" && batch.state !== "returned") closed.add(id);
  }
  return closed;
}

/** Moving items into another file: numbered on after its last, in the order they are given. */
export async function planItemMove(work: Work, ids: readonly string[], file: ArchiveFile): Promise<Edit[]> {
  const items = await readRecords(work, "items", ids);
  const held = await work.db.items
    .find({ selector: { fileId: file.id }, index: ["fileId", "ordinal"] })
    .exec();
  let ordinal = Math.max(0, ...held.map((item) => item.ordinal));
  return ids.flatMap((id): Edit[] => {
    const item = items.get(id);
    if (!item || ("fileId" in item && item.fileId === file.id)) return [];
    ordinal += 1;
    return [{ collection: "items", id, fields: { fileId: file.id, scope: file.scope, ordinal } }];
  });
}

/** The file of a fonds that has a code and counts. */
export async function findFile(work: Work, fondsId: string, code: string): Promise<ArchiveFile | undefined> {
  const found = await work.db.files.find({ selector: { fondsId, code }, index: ["fondsId", "code"] }).exec();
  const file = found.find(({ withdrawn }) => withdrawn === "");
  return file && file.toJSON();
}
