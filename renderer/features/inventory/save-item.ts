import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Item } from "#shared/archive/item.ts";
import { fail, ok, type Result } from "#shared/base/result.ts";
import { type ItemDraft, type ItemDraftField, readItemDraft } from "#shared/inventory/item-draft.ts";
import type { DraftProblem } from "#shared/inventory/read-draft.ts";
import { changeRecord, type Work } from "#renderer/db/work.ts";
import { addItems } from "#renderer/work/add-items.ts";

/** Adds an item to a file, in the file's scope, or changes the one named; or answers all that is wrong. */
export async function saveItem(
  work: Work,
  file: Pick<ArchiveFile, "id" | "scope">,
  draft: ItemDraft,
  id?: string,
): Promise<Result<Item, DraftProblem<ItemDraftField>[]>> {
  if (id === undefined) {
    const [added] = await addItems(work, file, [draft]);
    return added ?? fail([]);
  }
  const ordinal = Number(draft.ordinal.trim());
  const same = Number.isSafeInteger(ordinal)
    ? await work.db.items
        .find({ selector: { fileId: file.id, ordinal }, index: ["fileId", "ordinal"] })
        .exec()
    : [];
  const taken = same.some((other) => other.id !== id && other.withdrawn === "");
  const read = readItemDraft(draft, taken);
  if (!read.ok) return read;
  const changed = await changeRecord(work, "items", id, read.value);
  return changed ? ok(changed) : fail([]);
}
