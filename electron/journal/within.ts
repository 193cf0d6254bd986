import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import { type CollectionName, collectionNames, type Records } from "#shared/archive/collections.ts";
import { SetDigest } from "#shared/replication/digest.ts";
import type { Checkpoint } from "#shared/replication/messages.ts";
import { readState } from "./reads.ts";
import { numberIn, textIn } from "./row.ts";

/** The records of the journal that lie within one scope. */
export type Within = {
  /** As the journal's `pull`: filtered before it is cut into pages. */
  pull<Name extends CollectionName>(
    collection: Name,
    checkpoint: Checkpoint | null,
    limit: number,
  ): { documents: Records[Name][]; checkpoint: Checkpoint };
  /** Reads all of the collection's hashes: whoever asks often keeps it until something is written. */
  digest(collection: CollectionName): SetDigest;
  hashes(collection: CollectionName, bucket: number): [string, string][];
  /** How many records there are, and of how many the province is known to hold just this state. */
  counts(): { records: number; atProvince: number };
};

const lies = "(h.scope = ?2 OR substr(h.scope, 1, length(?2) + 1) = ?2 || '.')";

/** The journal's reads for another machine, by the scope that bounds it. `last` is its greatest sequence. */
export function openWithin(database: Sqlite, epoch: string, last: () => number) {
  const inOrder = database.prepare(
    `SELECT h.seq, e.state FROM heads h INDEXED BY heads_in_order CROSS JOIN entries e ON e.seq = h.seq
     WHERE h.collection = ?1 AND ${lies} AND h.seq > ?3 ORDER BY h.seq LIMIT ?4`,
  );
  const all = database.prepare(`SELECT h.id, h.hash FROM heads h WHERE h.collection = ?1 AND ${lies}`);
  const ofBucket = database.prepare(
    `SELECT h.id, h.hash FROM heads h WHERE h.collection = ?1 AND ${lies} AND h.bucket = ?3 ORDER BY h.id`,
  );
  const count = database.prepare(
    `SELECT count(*) AS records, coalesce(sum(h.at_province), 0) AS held FROM heads h
     WHERE h.collection = ?1 AND ${lies}`,
  );
  return (scope: string): Within => ({
    pull<Name extends CollectionName>(collection: Name, checkpoint: Checkpoint | null, limit: number) {
      const known = checkpoint?.epoch === epoch && checkpoint.seq <= last();
      const after = known ? checkpoint.seq : 0;
      const rows = inOrder.all(collection, scope, after, limit);
      const end = rows.at(-1);
      return {
        documents: rows.map((row) => readState<Name>(row)),
        checkpoint: { epoch, seq: end ? numberIn(end, "seq") : after },
      };
    },
    digest(collection) {
      const digest = new SetDigest();
      for (const row of all.iterate(collection, scope)) digest.add(textIn(row, "id"), textIn(row, "hash"));
      return digest;
    },
    hashes: (collection, bucket) =>
      ofBucket.all(collection, scope, bucket).map((row) => [textIn(row, "id"), textIn(row, "hash")]),
    counts() {
      let [records, atProvince] = [0, 0];
      for (const collection of collectionNames) {
        const row = count.get(collection, scope) ?? {};
        records += numberIn(row, "records");
        atProvince += numberIn(row, "held");
      }
      return { records, atProvince };
    },
  });
}
