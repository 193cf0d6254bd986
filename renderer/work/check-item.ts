import type { Batch } from "#shared/archive/batch.ts";
import { type CheckRefusal, refuseCheck, refuseChecking } from "#shared/archive/check.ts";
import type { Item } from "#shared/archive/item.ts";
import type { Role } from "#shared/archive/role.ts";
import { fail, ok, type Result } from "#shared/base/result.ts";
import { changeRecord, type Work } from "#renderer/db/work.ts";

/** Marks an item as checked by the person at work, or answers why it cannot be. */
export async function checkItem(
  work: Work,
  itemId: string,
  as: Role = work.profile.role,
): Promise<Result<Item, CheckRefusal>> {
  const item = (await work.db.items.findOne(itemId).exec())?.toJSON() as Item | undefined;
  if (!item) return fail("not-captured");
  const pages = await work.db.pages.find({ selector: { itemId, withdrawn: "" } }).exec();
  const refusal =
    (await refuseIn(work, item, as)) ??
    refuseCheck(
      item,
      pages.map((page) => page.hold),
    );
  if (refusal) return fail(refusal);
  return write(work, itemId, { checkedAt: work.now(), checkedBy: work.profile.name });
}

/** Takes the mark back, so that the item is to be checked again; or answers why it cannot be. */
export async function uncheckItem(
  work: Work,
  itemId: string,
  as: Role = work.profile.role,
): Promise<Result<Item, CheckRefusal>> {
  const item = (await work.db.items.findOne(itemId).exec())?.toJSON() as Item | undefined;
  if (!item) return fail("not-captured");
  const refusal = await refuseIn(work, item, as);
  return refusal ? fail(refusal) : write(work, itemId, { checkedAt: "", checkedBy: "" });
}

async function refuseIn(work: Work, item: Item, as: Role): Promise<CheckRefusal | undefined> {
  const file = await work.db.files.findOne(item.fileId).exec();
  const batch = file ? await work.db.batches.findOne(file.batchId).exec() : null;
  const state: Batch["state"] = batch?.state ?? "draft";
  return refuseChecking(state, as);
}

async function write(
  work: Work,
  itemId: string,
  changes: Pick<Item, "checkedAt" | "checkedBy">,
): Promise<Result<Item, CheckRefusal>> {
  const changed = await changeRecord(work, "items", itemId, changes);
  return changed ? ok(changed) : fail("not-captured");
}
