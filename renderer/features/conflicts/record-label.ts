import type { ScreenCollectionName, Records } from "#shared/archive/collections.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import { toBatch, toBoxes, toFile, toFonds, toReview, toScheme } from "#renderer/app/addresses.ts";

type Label = { label: string; to: string };

const notation = (parts: readonly string[]) => parts.filter((part) => part !== "").join(" · ");

/** What a record of each kind is called in a line, and where it is opened; an empty address where it has none. */
const labels: { [Name in ScreenCollectionName]: (record: Records[Name]) => Label } = {
  fonds: ({ id, code, name }) => ({ label: notation([code, name]), to: toFonds(id) }),
  batches: ({ id, number, name }) => ({ label: notation([number, name]), to: toBatch(id) }),
  files: ({ id, code, title }) => ({ label: notation([code, title]), to: toFile(id) }),
  items: ({ fileId, number, symbol, subject }) => ({
    label: notation([[number, symbol].filter(Boolean).join("/"), subject]),
    to: toFile(fileId),
  }),
  pages: ({ ordinal, sourceName }) => ({ label: notation([String(ordinal), sourceName]), to: "" }),
  exclusions: ({ fondsId, place }) => ({ label: place, to: toReview(fondsId, "exclusions") }),
  groups: ({ fondsId, notation: sign, title }) => ({ label: notation([sign, title]), to: toScheme(fondsId) }),
  boxes: ({ fondsId, inventory, number }) => ({ label: notation([inventory, number]), to: toBoxes(fondsId) }),
  terms: ({ label }) => ({ label, to: "" }),
  conflicts: ({ field }) => ({ label: field, to: "" }),
};

export function labelOfRecord(collection: ScreenCollectionName, record: ArchiveRecord): Label {
  return labels[collection](record as never);
}

/** The collection whose records a field names; nothing for a field that holds its value itself. */
export function namedBy(field: string): ScreenCollectionName | undefined {
  const named: Record<string, ScreenCollectionName> = {
    batchId: "batches",
    groupId: "groups",
    parentId: "groups",
    fileId: "files",
    itemId: "items",
  };
  return named[field];
}
