import { type Batch, isAccepted } from "#shared/archive/batch.ts";
import type { CollectionName, Records } from "#shared/archive/collections.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import { frozenChanges, isContent } from "#shared/completeness/frozen-fields.ts";

/** Reads a record that an authority holds. */
export type ReadHeld = <Name extends "batches" | "files" | "items">(
  collection: Name,
  id: string,
) => Records[Name] | undefined;

/** Whether what is in a batch stands as it was accepted: it is accepted, and sealed. */
export function isSealed(batch: Pick<Batch, "state" | "seal" | "withdrawn">): boolean {
  return isAccepted(batch.state) && batch.withdrawn === "" && (batch.seal?.digest ?? "") !== "";
}

/** Whether a state would change what acceptance freezes, were its batch accepted. */
export function touchesContent(
  collection: CollectionName,
  before: ArchiveRecord | undefined,
  after: ArchiveRecord,
): boolean {
  if (!isContent(collection)) return false;
  return before ? frozenChanges(collection, before, after).length > 0 : after.withdrawn === "";
}

/**
 * The accepted batch whose content a state would change, where it lies in one or would come to lie there: until that
 * is opened again nobody takes the state. `before` is what the authority holds of the record, `after` that merged.
 */
export function frozenBy(
  collection: CollectionName,
  before: ArchiveRecord | undefined,
  after: ArchiveRecord,
  read: ReadHeld,
): Batch | undefined {
  if (!touchesContent(collection, before, after)) return undefined;
  for (const state of before ? [before, after] : [after]) {
    const batch = batchOf(state, read);
    if (batch && isSealed(batch)) return batch;
  }
  return undefined;
}

/** The batch that content lies in, as far as the authority holds what lies between. */
export function batchOf(record: object, read: ReadHeld): Batch | undefined {
  if ("itemId" in record) {
    const item = read("items", String(record.itemId));
    return item && batchOf(item, read);
  }
  if ("fileId" in record) {
    const file = read("files", String(record.fileId));
    return file && batchOf(file, read);
  }
  const batchId = "batchId" in record ? String(record.batchId) : "";
  return batchId === "" ? undefined : read("batches", batchId);
}
