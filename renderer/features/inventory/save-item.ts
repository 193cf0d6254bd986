import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Item } from "#shared/archive/item.ts";
import { makeRecord } from "#shared/archive/record.ts";
import { fail, ok, type Result } from "#shared/base/result.ts";
import { type ItemDraft, type ItemDraftField, readItemDraft } from "#shared/inventory/item-draft.ts";
import type { DraftProblem } from "#shared/inventory/read-draft.ts";
import { addRecords, changeRecord, type Work } from "#renderer/db/work.ts";

/** Adds an item to a file, in the file's scope, or changes the one named; or answers all that is wrong. */
export async function saveItem(
  work: Work,
  file: Pick<ArchiveFile, "id" | "scope">,
  draft: ItemDraft,
  id?: string,
): Promise<Result<Item, DraftProblem<ItemDraftField>[]>> {
  const ordinal = Number(draft.ordinal.trim());
  const same = Number.isSafeInteger(ordinal)
    ? await work.db.items
        .find({ selector: { fileId: file.id, ordinal }, index: ["fileId", "ordinal"] })
        .exec()
    : [];
  const taken = same.some((other) => other.id !== id && other.withdrawn === "");
  const read = readItemDraft(draft, taken);
  if (!read.ok) return read;
  if (id !== undefined) {
    const changed = await changeRecord(work, "items", id, read.value);
    return changed ? ok(changed) : fail([]);
  }
  const item = makeRecord<Item>(
    { id: work.id(), scope: file.scope, fileId: file.id, ...untouched, ...read.value },
    work.stamp(),
  );
  await addRecords(work, "items", [item]);
  return ok(item);
}

/** What the capture of an item fills in later. */
const untouched = {
  hold: "",
  renditionDigest: "",
  renditionSize: 0,
  checkedAt: "",
  checkedBy: "",
  receiptDigest: "",
  receiptAt: "",
} as const;
