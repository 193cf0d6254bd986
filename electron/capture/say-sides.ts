import type { Page, PageSide } from "#shared/archive/page.ts";
import { editRecord } from "#shared/archive/record.ts";
import type { Journal } from "#electron/journal/journal.ts";

/**
 * Writes which side of its leaf each page is into the records of those that stand, in one write. Answers how many
 * changed.
 */
export function saySides(
  journal: Pick<Journal, "read" | "stamp" | "write">,
  pages: readonly { pageId: string; side: PageSide }[],
  by: string,
): number {
  const stamp = journal.stamp(by);
  const changed = pages.flatMap(({ pageId, side }): Page[] => {
    const page = journal.read("pages", pageId);
    return page?.withdrawn === "" && (page.side ?? "") !== side ? [editRecord(page, { side }, stamp)] : [];
  });
  if (changed.length > 0) journal.write("pages", changed, "desk");
  return changed.length;
}
