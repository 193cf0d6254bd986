import type { Item } from "#shared/archive/item.ts";
import { type CheckRefusal, refuseCheck } from "#shared/archive/check.ts";
import type { Role } from "#shared/archive/role.ts";
import { fail, ok, type Result } from "#shared/base/result.ts";
import { changeRecord, type Work } from "#renderer/db/work.ts";

/** Marks an item as checked by the person at work, or answers why it cannot be. */
export async function checkItem(
  work: Work,
  itemId: string,
  as: Role = work.profile.role,
): Promise<Result<Item, CheckRefusal>> {
  const document = await work.db.items.findOne(itemId).exec();
  if (!document) return fail("not-captured");
  const pages = await work.db.pages.find({ selector: { itemId, withdrawn: "" } }).exec();
  const item = document.toJSON() as Item;
  const refusal = refuseCheck(
    item,
    pages.map((page) => page.hold),
    as,
  );
  if (refusal) return fail(refusal);
  const changed = await changeRecord(work, "items", itemId, {
    checkedAt: work.now(),
    checkedBy: work.profile.name,
  });
  return changed ? ok(changed) : fail("not-captured");
}

/** Takes the mark back, so that the item is to be checked again. */
export async function uncheckItem(work: Work, itemId: string): Promise<Item | undefined> {
  return changeRecord(work, "items", itemId, { checkedAt: "", checkedBy: "" });
}
