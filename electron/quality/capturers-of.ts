import type { CollectionName } from "#shared/archive/collections.ts";
import type { Item } from "#shared/archive/item.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import { isPassedAnew } from "#shared/replication/rule-item.ts";
import type { Journal } from "#electron/journal/journal.ts";

/** Who captured the pages of an item that this machine holds, where a write passes it anew; else none are read. */
export function capturersOf(
  journal: Pick<Journal, "children">,
  collection: CollectionName,
  held: ArchiveRecord | undefined,
  merged: ArchiveRecord,
): string[] {
  if (collection !== "items" || !isPassedAnew(held as Item | undefined, merged as Item)) return [];
  return journal
    .children("pages", merged.id)
    .filter(({ withdrawn }) => withdrawn === "")
    .map(({ capturedBy }) => capturedBy);
}
