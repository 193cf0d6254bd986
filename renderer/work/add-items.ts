import { blankItem } from "#shared/archive/blank.ts";
import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Item } from "#shared/archive/item.ts";
import { makeRecord } from "#shared/archive/record.ts";
import { fail, ok, type Result } from "#shared/base/result.ts";
import { type ItemDraft, type ItemDraftField, readItemDraft } from "#shared/inventory/item-draft.ts";
import type { DraftProblem } from "#shared/inventory/read-draft.ts";
import { addRecords, type Work } from "#renderer/db/work.ts";

export type ItemReading = Result<Item, DraftProblem<ItemDraftField>[]>;

/**
 * Adds the items of one file that their forms describe, in the file's scope, in one write. Answers, form by form, the
 * item or all that is wrong with it; what is wrong keeps only its own line out.
 */
export async function addItems(
  work: Work,
  file: Pick<ArchiveFile, "id" | "scope">,
  drafts: readonly ItemDraft[],
): Promise<ItemReading[]> {
  const readings = await readNewItems(work, file, drafts);
  const items = readings.flatMap((reading) => (reading.ok ? [reading.value] : []));
  if (items.length > 0) await addRecords(work, "items", items);
  return readings;
}

/** The new items that forms describe, not yet written: form by form the item or all that is wrong with it. */
export async function readNewItems(
  work: Work,
  file: Pick<ArchiveFile, "id" | "scope">,
  drafts: readonly ItemDraft[],
): Promise<ItemReading[]> {
  const taken = await takenOrdinals(work, file.id, drafts);
  return drafts.map((draft): ItemReading => {
    const read = readItemDraft(draft, taken.has(Number(draft.ordinal.trim())));
    if (!read.ok) return fail(read.fault);
    taken.add(read.value.ordinal);
    const fields = { ...blankItem, id: work.id(), scope: file.scope, fileId: file.id, ...read.value };
    return ok(makeRecord<Item>(fields, work.stamp()));
  });
}

/** The ordinals, of those the forms ask for, that an item of the file already has. */
async function takenOrdinals(work: Work, fileId: string, drafts: readonly ItemDraft[]): Promise<Set<number>> {
  const asked = drafts.map(({ ordinal }) => Number(ordinal.trim())).filter(Number.isSafeInteger);
  if (asked.length === 0) return new Set();
  const between = { $gte: Math.min(...asked), $lte: Math.max(...asked) };
  const held = await work.db.items
    .find({ selector: { fileId, ordinal: between }, index: ["fileId", "ordinal"] })
    .exec();
  return new Set(held.filter(({ withdrawn }) => withdrawn === "").map(({ ordinal }) => ordinal));
}
