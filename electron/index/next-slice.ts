import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import type { CollectionName, Records } from "#shared/archive/collections.ts";
import type { Checkpoint } from "#shared/replication/messages.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { numberIn, textIn } from "#electron/journal/row.ts";
import { AnotherJournal } from "./index-database.ts";

/** What comes next of a collection, and how to say (in the transaction that takes it in) that it was taken in. */
export type Slice<Name extends CollectionName> = { documents: Records[Name][]; taken: () => void };

/**
 * Reads the journal on from where a follower stands; nothing where it stands at the end. Throws `AnotherJournal`
 * where the follower has followed another life of the journal.
 */
export function openNextSlice(database: Sqlite, journal: Journal, follower: string) {
  const find = database.prepare("SELECT epoch, seq FROM cursors WHERE follower = ? AND collection = ?");
  const set = database.prepare(
    "INSERT OR REPLACE INTO cursors (follower, collection, epoch, seq) VALUES (?,?,?,?)",
  );
  return <Name extends CollectionName>(collection: Name, size: number): Slice<Name> | undefined => {
    const row = find.get(follower, collection);
    const cursor: Checkpoint | null = row ? { epoch: textIn(row, "epoch"), seq: numberIn(row, "seq") } : null;
    const { documents, checkpoint } = journal.pull(collection, cursor, size);
    if (cursor && (cursor.epoch !== checkpoint.epoch || cursor.seq > journal.last().seq)) {
      throw new AnotherJournal();
    }
    if (documents.length === 0) return undefined;
    return { documents, taken: () => set.run(follower, collection, checkpoint.epoch, checkpoint.seq) };
  };
}
