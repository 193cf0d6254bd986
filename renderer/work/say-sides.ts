import { sideAt, type StackSides } from "#shared/archive/count-leaves.ts";
import { inPlaces } from "#shared/capture/page-places.ts";
import type { Work } from "#renderer/db/work.ts";
import { type Doing, type Edit, recordChanges } from "#renderer/work/history.ts";
import { readStanding } from "#renderer/work/page-edits.ts";

/**
 * Says how an item's pages were scanned, in their order, as one step that can be undone: on both sides they are front
 * and back in turn. Answers how many changed.
 */
export async function saySides(work: Work, doing: Doing, itemId: string, sides: StackSides): Promise<number> {
  const pages = inPlaces(await readStanding(work, itemId));
  const edits = pages.flatMap((page, at): Edit[] => {
    const side = sideAt(at, sides);
    return (page.side ?? "") === side ? [] : [{ collection: "pages", id: page.id, fields: { side } }];
  });
  if (edits.length > 0) await recordChanges(work, doing.history, doing.label, edits);
  return edits.length;
}
