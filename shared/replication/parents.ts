import type { CollectionName } from "#shared/archive/collections.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";

/** A record that another belongs to. */
export type Parent = { collection: CollectionName; id: string };

/**
 * The records that must be at the province before this one is merged there, outermost first. A group's own place
 * among groups is left out: two people who move groups at once can make a ring, which would wait for ever.
 */
export function parentsOf(collection: CollectionName, record: ArchiveRecord): Parent[] {
  return links[collection].flatMap(([field, above]): Parent[] => {
    const id: unknown = Reflect.get(record, field);
    return typeof id === "string" && id !== "" ? [{ collection: above, id }] : [];
  });
}

type Link = readonly [field: string, above: CollectionName];

const inFonds: readonly Link[] = [["fondsId", "fonds"]];
const byItself: readonly Link[] = [];

const links: { readonly [Name in CollectionName]: readonly Link[] } = {
  fonds: byItself,
  batches: byItself,
  files: [...inFonds, ["batchId", "batches"]],
  items: [["fileId", "files"]],
  pages: [["itemId", "items"]],
  exclusions: inFonds,
  groups: inFonds,
  boxes: inFonds,
  terms: byItself,
  // A conflict only speaks of its record, and is read without it as well.
  conflicts: byItself,
  // What is written once does not change with its subject, and is asked for by it.
  handovers: byItself,
  custody: byItself,
  notes: byItself,
  reports: byItself,
};
