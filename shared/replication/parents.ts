import { collectionNames, type CollectionName } from "#shared/archive/collections.ts";
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

/** The records that this one belongs to or speaks of; what it speaks of it need not wait for. */
export function linkedTo(collection: CollectionName, record: ArchiveRecord): Parent[] {
  return [...parentsOf(collection, record), ...spokenOf(collection, record)];
}

function spokenOf(collection: CollectionName, record: ArchiveRecord): Parent[] {
  const more = spoken[collection] ?? [];
  const hasSubject = subjectId.includes(collection);
  if (!hasSubject && more.length === 0) return [];
  const text = (field: string): string => {
    const value: unknown = Reflect.get(record, field);
    return typeof value === "string" ? value : "";
  };
  const named = subjects[text("subject")];
  const subject = named && hasSubject ? [{ collection: named, id: text("subjectId") }] : [];
  const others = more.map(([field, above]): Parent => ({ collection: above, id: text(field) }));
  return [...subject, ...others].filter(({ id }) => id !== "");
}

const subjectId: readonly CollectionName[] = ["notes", "custody", "conflicts"];

/** What a record calls the collection of its subject; custody has two words of its own. */
const subjects: Partial<Record<string, CollectionName>> = {
  ...Object.fromEntries(collectionNames.map((name) => [name, name])),
  box: "boxes",
  file: "files",
};

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
  points: byItself,
  notes: byItself,
  reports: byItself,
};

/** Links beside those to parents and to a subject. */
const spoken: Partial<Record<CollectionName, readonly Link[]>> = {
  files: [["groupId", "groups"]],
  groups: [["parentId", "groups"]],
  handovers: [["batchId", "batches"]],
  custody: [["batchId", "batches"]],
};
