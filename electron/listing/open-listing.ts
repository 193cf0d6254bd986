import type { DeskHandlers } from "#shared/contract/desk.ts";
import type { listingCalls } from "#shared/contract/listing.ts";
import type { Index, IndexPart } from "#electron/index/open-index.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { findDuplicateGroups, findTwins } from "./check-duplicates.ts";
import { checkLeaves, checkNumbers } from "./check-numbers.ts";
import { countFacets } from "./count-facets.ts";
import { orderRows } from "./order-rows.ts";
import { readKinds } from "./read-kinds.ts";
import { readNames } from "./read-names.ts";
import { readGroups, readLast, readTree } from "./read-tree.ts";

/** The screen's lists and checks of the inventory. */
export function listingHandlers({
  index,
  journal,
}: {
  index: Index;
  journal: Journal;
}): Pick<DeskHandlers, keyof typeof listingCalls> {
  const partsFor = ({ words = "" }: { words?: string }): IndexPart[] =>
    words === "" ? ["rows"] : ["rows", "words"];
  return {
    "listing.order": (order) =>
      index.ask(partsFor(order.filter), (database) => ({ ids: orderRows(database, order) })),
    "listing.facets": (request) =>
      index.ask(partsFor(request.filter), (database) =>
        countFacets(database, [request.collection], request.filter),
      ),
    "listing.tree": ({ fondsId }) => index.ask(["rows"], (database) => readTree(database, fondsId)),
    "listing.groups": ({ fondsId }) =>
      index.ask(["rows"], (database) => ({ groups: readGroups(database, fondsId) })),
    "listing.last": (request) => index.ask(["rows"], (database) => readLast(database, request)),
    "listing.names": ({ fondsId }) => index.ask(["rows"], (database) => readNames(database, fondsId)),
    "listing.kinds": ({ fondsId, exceptBatchId }) => {
      const files = exceptBatchId === "" ? [] : journal.filesOfBatch(exceptBatchId).map(({ id }) => id);
      return index.ask(["rows"], (database) => ({ kinds: readKinds(database, fondsId, files) }));
    },
    "listing.numbers": ({ fondsId }) =>
      index.ask(["rows"], (database) => ({ series: checkNumbers(database, fondsId) })),
    "listing.leaves": ({ fondsId }) =>
      index.ask(["rows"], (database) => ({ findings: checkLeaves(database, fondsId) })),
    "listing.duplicates": ({ fondsId }) =>
      index.ask(["rows"], (database) => ({ groups: findDuplicateGroups(database, journal, fondsId) })),
    "listing.twins": (item) =>
      index.ask(["rows"], (database) => ({ itemIds: findTwins(database, journal, item) })),
  };
}
