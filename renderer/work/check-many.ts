import type { CheckRefusal } from "#shared/archive/check.ts";
import type { Item } from "#shared/archive/item.ts";
import { usualQuality } from "#shared/rules/capture-quality.ts";
import type { Work } from "#renderer/db/work.ts";
import type { Document } from "./batch-documents.ts";
import { checkItem, uncheckItem } from "./check-item.ts";

/** What became of items that were to be passed together: which were, and when; and why each other was left. */
export type CheckedMany = {
  done: { id: string; checkedAt: string }[];
  left: { title: string; why: CheckRefusal }[];
};

/**
 * Passes items together, each by all that one on its own is asked; one that may not be passed stops no other. `report` hears how many were tried.
 */
export async function checkMany(
  work: Work,
  documents: readonly Document[],
  quality = usualQuality,
  report: (tried: number) => void = () => undefined,
): Promise<CheckedMany> {
  const checked: CheckedMany = { done: [], left: [] };
  for (const [at, { file, item }] of documents.entries()) {
    const answer = await checkItem(work, item.id, work.profile.role, quality);
    if (answer.ok) checked.done.push({ id: item.id, checkedAt: answer.value.checkedAt });
    else checked.left.push({ title: `${file.code}.${item.ordinal}`, why: answer.fault });
    report(at + 1);
  }
  return checked;
}

/** Takes marks back that were put together, where they still stand as they were put; answers how many. */
export async function uncheckMany(work: Work, done: CheckedMany["done"]): Promise<number> {
  let undone = 0;
  for (const { id, checkedAt } of done) {
    const item = (await work.db.items.findOne(id).exec())?.toJSON() as Item | undefined;
    if (item?.checkedAt !== checkedAt || item.checkedBy !== work.profile.name) continue;
    if ((await uncheckItem(work, id)).ok) undone += 1;
  }
  return undone;
}
