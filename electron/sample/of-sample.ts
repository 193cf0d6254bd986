import type { CollectionName } from "#shared/archive/collections.ts";
import type { CallName } from "#shared/contract/desk.ts";
import type { Journal } from "#electron/journal/journal.ts";

export const sampleBatchName = "Đợt mẫu";
export const sampleCodes = "MAU.";

type Fields = { name?: unknown; fondsId?: unknown; fileId?: unknown; itemId?: unknown };

/** Whether a record is of the sample, in which one person plays every role. */
export function isOfSample(journal: Journal, collection: CollectionName, record: object): boolean {
  const { name, fondsId, fileId, itemId } = record as Fields;
  if (collection === "batches") return name === sampleBatchName;
  if (typeof itemId === "string") {
    const item = journal.read("items", itemId);
    return item !== undefined && isOfSample(journal, "items", item);
  }
  if (typeof fileId === "string") {
    const file = journal.read("files", fileId);
    return file !== undefined && isOfSample(journal, "files", file);
  }
  if (typeof fondsId !== "string") return false;
  return journal.read("fonds", fondsId)?.code.startsWith(sampleCodes) === true;
}

/** Whether a call brings scans into the sample's batch. */
export function isSampleCall(journal: Journal, name: CallName, input: unknown): boolean {
  if (name !== "capture.import" || typeof input !== "object" || input === null) return false;
  const { batchId } = input as { batchId?: unknown };
  const batch = typeof batchId === "string" ? journal.read("batches", batchId) : undefined;
  return batch?.name === sampleBatchName;
}
