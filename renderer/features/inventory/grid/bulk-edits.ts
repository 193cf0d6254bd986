import type { ArchiveFile } from "#shared/archive/file.ts";
import { readRecords } from "#renderer/db/change-records.ts";
import type { Work } from "#renderer/db/work.ts";
import type { Edit } from "#renderer/work/history.ts";
import type { RowKind } from "./row-kind.ts";

/** Withdrawing records with a reason; those whose file travels in a batch handed over are refused. */
export async function planWithdrawal(
  work: Work,
  kind: RowKind,
  ids: readonly string[],
  reason: string,
): Promise<{ edits: Edit[]; refused: number }> {
  const records = await readRecords(work, kind.collection, ids);
  const fileIdOf = new Map(
    [...records].map(([id, record]) => [id, "fileId" in record ? String(record.fileId) : id]),
  );
  const files = await readRecords(work, "files", [...new Set(fileIdOf.values())]);
  const batchIds = [...files.values()].flatMap((file) => {
    const { batchId } = file as unknown as ArchiveFile;
    return batchId === "" ? [] : [batchId];
  });
  const closed = new Set<string>();
  for (const [id, batch] of await readRecords(work, "batches", [...new Set(batchIds)])) {
    if ("state" in batch && batch.state !== "draft" && batch.state !== "returned") closed.add(id);
  }
  const free = [...records.keys()].filter((id) => {
    const file = files.get(fileIdOf.get(id) ?? "") as unknown as ArchiveFile | undefined;
    return !file || !closed.has(file.batchId);
  });
  return {
    edits: free.map((id) => kind.change(id, { withdrawn: reason })),
    refused: records.size - free.length,
  };
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
