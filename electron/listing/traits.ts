import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Item } from "#shared/archive/item.ts";
import type { listingCollections, listingStates } from "#shared/contract/listing.ts";
import { levelOf } from "#shared/rules/issuing-body.ts";
import { priorityOfFile, priorityOfItem } from "#shared/rules/priority.ts";
import { scopeOf } from "#shared/rules/scope.ts";
import { yearOf } from "#shared/rules/year-of.ts";

export type ListingState = (typeof listingStates)[number];

/** All that lists are narrowed and counted by; rows that agree in it share a cell. */
export type Traits = {
  collection: (typeof listingCollections)[number];
  fonds: string;
  unit: string;
  type: string;
  year: number;
  retention: string;
  priority: string;
  arrangement: string;
  state: ListingState;
  inScope: boolean;
};

/** What a file says of itself and of its items. */
export type FileTraits = Omit<Traits, "collection" | "type" | "state"> & {
  frequentUse: boolean;
  withdrawn: boolean;
};

/** What an item says of itself. */
export type ItemTraits = Pick<Traits, "unit" | "type" | "year" | "priority">;

export function traitsOfFile(file: ArchiveFile): FileTraits {
  return {
    fonds: file.fondsId,
    unit: file.scope,
    year: yearOf(file.startDate),
    retention: file.retention,
    priority: priorityOfFile(file, levelOf(file.scope)),
    arrangement: file.arrangement,
    inScope: scopeOf(file).within,
    frequentUse: file.frequentUse,
    withdrawn: file.withdrawn !== "",
  };
}

export function traitsOfItem(item: Item): ItemTraits {
  return {
    unit: item.scope,
    type: item.type,
    year: yearOf(item.issuedDate),
    priority: priorityOfItem(item, levelOf(item.scope)),
  };
}

/** Where the work on an item stands, as far as it says itself. */
export function stateOfItem(item: Item): ListingState {
  if (item.withdrawn !== "") return "withdrawn";
  if (item.hold !== "") return "held";
  if (item.receiptAt !== "") return "sent";
  if (item.checkedAt !== "") return "checked";
  return item.renditionDigest === "" ? "listed" : "captured";
}

/** How far work has come, the least first. */
const stages = ["held", "listed", "captured", "checked", "sent"] as const;

/** Where the work on a file stands: held where one of its items is, else as far as the least of them. */
export function stateOfFile(file: FileTraits, itemStates: readonly string[]): ListingState {
  if (file.withdrawn) return "withdrawn";
  return stages.find((stage) => itemStates.includes(stage)) ?? "listed";
}

/** A file's cell. */
export function cellOfFile(file: FileTraits, state: ListingState): Traits {
  const { fonds, unit, year, retention, priority, arrangement, inScope } = file;
  return {
    collection: "files",
    fonds,
    unit,
    type: "",
    year,
    retention,
    priority,
    arrangement,
    state,
    inScope,
  };
}

/** An item's cell: its own traits, and what its file says for it; a withdrawn file takes its items with it. */
export function cellOfItem(item: ItemTraits, own: ListingState, file: FileTraits | undefined): Traits {
  const { unit, type, year, priority } = item;
  return {
    collection: "items",
    fonds: file?.fonds ?? "",
    unit,
    type,
    year,
    retention: file?.retention ?? "",
    priority:
      file?.frequentUse === true && (priority === "" || priority === "other") ? "frequent-use" : priority,
    arrangement: file?.arrangement ?? "",
    state: file?.withdrawn === true ? "withdrawn" : own,
    inScope: file?.inScope ?? false,
  };
}
