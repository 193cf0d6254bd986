import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Batch } from "#shared/archive/batch.ts";
import type { Item } from "#shared/archive/item.ts";
import { frozenBy, type ReadHeld } from "#shared/replication/rule-frozen.ts";
import type { Journal } from "#electron/journal/journal.ts";

/** The accepted batch whose content a state would change, as `frozenBy` says; undefined where it may be written. */
export type AskAccepted = (
  collection: "files" | "items",
  before: ArchiveFile | Item | undefined,
  after: ArchiveFile | Item,
) => Batch | undefined;

/** Asks for rows one after the other that are written at one go: each file and batch above them is read once. */
export function askAccepted(journal: Pick<Journal, "read">): AskAccepted {
  const known = new Map<string, unknown>();
  const read: ReadHeld = (name, id) => {
    const key = `${name} ${id}`;
    if (!known.has(key)) known.set(key, journal.read(name, id));
    return known.get(key) as ReturnType<typeof journal.read<typeof name>>;
  };
  return (collection, before, after) => frozenBy(collection, before, after, read);
}
