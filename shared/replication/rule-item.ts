import { checksOwnWork, readMakers } from "#shared/archive/check.ts";
import type { Item } from "#shared/archive/item.ts";
import { editRecord, type Stamp } from "#shared/archive/record.ts";

/** Whether a push passes an item, or passes it anew: only then is it asked who captured its pages. */
export function isPassedAnew(stored: Item | undefined, { checkedAt, checkedBy }: Item): boolean {
  if (checkedAt === "" || checkedBy === "") return false;
  return checkedAt !== stored?.checkedAt || checkedBy !== stored.checkedBy;
}

/**
 * The item that an authority holds after a push: who captured of it does not pass it (the two-person rule), by its pages
 * there (`capturers`) and by what the item itself says. Then it stands unpassed, or as it was passed before, with why;
 * all other fields are taken. A passing that is taken ends an earlier refusal.
 */
export function ruleItem(
  stored: Item | undefined,
  merged: Item,
  capturers: readonly string[],
  stamp: () => Stamp,
): Item {
  if (!isPassedAnew(stored, merged)) return merged;
  if (!checksOwnWork(merged.checkedBy, [...capturers, ...readMakers(merged)]))
    return (merged.checkRefusal ?? "") === ""
      ? merged
      : editRecord<Item>(merged, { checkRefusal: "" }, stamp());
  const { checkedAt = "", checkedBy = "" } = stored ?? {};
  const own = checksOwnWork(checkedBy, readMakers(merged));
  const kept = own ? { checkedAt: "", checkedBy: "" } : { checkedAt, checkedBy };
  return editRecord<Item>(merged, { ...kept, checkRefusal: "own-work" }, stamp());
}
