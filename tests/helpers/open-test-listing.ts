import type { Records } from "#shared/archive/collections.ts";
import type { ListingFilter, ListingOrder } from "#shared/contract/listing.ts";
import { openIndex } from "#electron/index/open-index.ts";
import { listingHandlers } from "#electron/listing/open-listing.ts";
import { openTestJournal } from "./open-test-journal.ts";

/** The desk's lists over a real journal that holds these records. */
export function openTestListing(records: { files?: Records["files"][]; items?: Records["items"][] }) {
  const journal = openTestJournal();
  journal.write("files", records.files ?? [], "screen");
  journal.write("items", records.items ?? [], "screen");
  const open = () => {
    const index = openIndex({ folder: journal.folder, journal, readWords: () => Promise.resolve(undefined) });
    const handlers = listingHandlers({ index, journal });
    return {
      journal,
      handlers,
      ids: async (
        collection: ListingOrder["collection"],
        filter: ListingFilter,
        sort: ListingOrder["sort"] = "place",
        descending?: boolean,
      ) =>
        (await handlers["listing.order"]({ collection, filter, sort, ...(descending && { descending }) }))
          .ids,
      facets: async (collection: ListingOrder["collection"], filter: ListingFilter) =>
        handlers["listing.facets"]({ collection, filter }),
      close: () => index.close(),
      reopen: open,
    };
  };
  return open();
}
