import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Item } from "#shared/archive/item.ts";
import type { Page } from "#shared/archive/page.ts";
import { countFile, countItem } from "#shared/archive/count-leaves.ts";
import { keyOfArrival } from "#shared/capture/arrival-key.ts";
import { proposeByOrder } from "#shared/capture/propose-by-order.ts";
import { suspectMissed } from "#shared/capture/suspect-missed.ts";
import type { CallOutput } from "#shared/contract/desk.ts";
import { inOrder } from "#shared/pipeline/plan.ts";
import type { Journal } from "#electron/journal/journal.ts";
import type { Waiting } from "./tray.ts";

/**
 * A batch's pages counted against its list, what that says of separators that were missed, and where waiting pages
 * would go by order and counts. Reads what is; changes nothing.
 */
export function matchCounts(
  journal: Pick<Journal, "filesOfBatch" | "children">,
  batchId: string,
  waiting: readonly Waiting[],
): CallOutput<"capture.matching"> {
  const listed = journal
    .filesOfBatch(batchId)
    .filter(stands)
    .sort((one, other) => (one.code < other.code ? -1 : 1))
    .map((file) => ({ file, items: itemsOf(journal, file) }));
  const all = listed.flatMap(({ items }) => items);
  const runs = waiting
    .filter((one) => one.kind === "pages" && (one.batchId === "" || one.batchId === batchId))
    .map((one) => ({ ...one, key: keyOfArrival(one) }));
  // Pages under a file's separator are of that file alone; those before any may be of any file.
  const fileIds = [...new Set(runs.map(({ fileId }) => fileId))];
  const proposed = fileIds.map((fileId) => {
    const open = all.filter(
      ({ item, pages }) => pages.length === 0 && (fileId === "" || item.fileId === fileId),
    );
    return proposeByOrder(
      runs.filter((run) => run.fileId === fileId),
      open.map(({ item }) => item),
    );
  });
  return {
    latestItemId: latestOf(all),
    items: all.map(({ item, pages }) => ({
      itemId: item.id,
      pages: pages.length,
      ...countItem(pages, item),
    })),
    files: listed.map(({ file, items }) => ({
      fileId: file.id,
      ...countFile(
        items.map(({ pages }) => pages),
        file,
      ),
    })),
    suspected: suspectMissed(all),
    proposed: proposed.filter(({ proposals, sureness }) => proposals.length > 0 && sureness > 0),
  };
}

/** Ids sort by the time of their making. */
function latestOf(all: readonly { item: Item; pages: readonly Page[] }[]): string {
  let latest = { id: "", itemId: "" };
  for (const { pages } of all) for (const page of pages) if (page.id > latest.id) latest = page;
  return latest.itemId;
}

function itemsOf(journal: Pick<Journal, "children">, file: ArchiveFile) {
  return journal
    .children("items", file.id)
    .filter(stands)
    .sort((one, other) => one.ordinal - other.ordinal)
    .map((item: Item) => ({ item, pages: inOrder(journal.children("pages", item.id)) }));
}

function stands({ withdrawn }: { withdrawn: string }): boolean {
  return withdrawn === "";
}
