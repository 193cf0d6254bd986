import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Item } from "#shared/archive/item.ts";
import { fail, ok } from "#shared/base/result.ts";
import { type ItemDraft, readItemDraft } from "#shared/inventory/item-draft.ts";
import type { Work } from "#renderer/db/work.ts";
import { type ItemReading, readNewItems } from "#renderer/work/add-items.ts";
import type { Edit } from "#renderer/work/history.ts";
import type { IsKnownTerm } from "#shared/inventory/name-terms.ts";
import { termsBeside } from "#renderer/work/note-terms.ts";
import { type Doing, saveRecord } from "./save-record.ts";

/**
 * Adds an item to a file, in the file's scope, or changes the one named, with local terms for names that no list has
 * yet (see `termsBeside`); or answers all that is wrong.
 */
export async function saveItem(
  work: Work,
  doing: Doing,
  file: Pick<ArchiveFile, "id" | "scope">,
  draft: ItemDraft,
  options: { id?: string; isKnown?: IsKnownTerm } = {},
): Promise<ItemReading> {
  const { id, isKnown = () => false } = options;
  if (id === undefined) {
    const [added] = await readNewItems(work, file, [draft]);
    if (!added?.ok) return added ?? fail([]);
    return answer(await save(work, doing, { collection: "items", record: added.value }, isKnown));
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
  return answer(await save(work, doing, { collection: "items", id, fields: read.value }, isKnown));
}

async function save(
  work: Work,
  doing: Doing,
  edit: Extract<Edit, { collection: "items" }>,
  isKnown: IsKnownTerm,
) {
  return saveRecord(work, doing, edit, await termsBeside(work, [edit], isKnown));
}

function answer(saved: Item | undefined): ItemReading {
  return saved ? ok(saved) : fail([]);
}
