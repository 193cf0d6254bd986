import type { Sqlite, Statement } from "#electron/sqlite/sqlite.ts";
import type { CollectionName, Records } from "#shared/archive/collections.ts";
import type { Checkpoint } from "#shared/replication/messages.ts";
import type { BaseClocks } from "#shared/replication/notice-conflicts.ts";
import { foldCode } from "./head.ts";
import type { Journal } from "./journal.ts";
import { noteRead } from "./as-read.ts";
import { numberIn, type Row, textIn } from "./row.ts";

/*
 * The index of each read is named: without statistics SQLite would walk a whole collection by its key, and a read
 * whose index is gone must fail here, not grow slow.
 */
const states = (index: string, where: string) => `
  SELECT h.seq, h.hash, h.base, e.state FROM heads h INDEXED BY ${index} CROSS JOIN entries e ON e.seq = h.seq WHERE ${where}`;

/** A claim made before its batch was begun to be prepared waits at its station, as one does on a batch just received. */
const openClaims = `
  SELECT e.state FROM heads h INDEXED BY heads_claims
  LEFT JOIN heads f ON f.collection = 'files' AND f.id = h.parent
  JOIN heads b ON b.collection = 'batches' AND b.id = coalesce(f.batch, h.parent)
  CROSS JOIN entries e ON e.seq = h.seq
  WHERE substr(h.facet, 1, 6) = 'claim:' AND h.collection = 'notes' AND ?1 IN ('', b.id)
    AND (h.facet IN ('claim:lost', 'claim:' || b.facet) OR (h.facet = 'claim:preparing' AND b.facet = 'received'))
  ORDER BY h.id`;

type Reads = Pick<
  Journal,
  | "read"
  | "children"
  | "filesOfBatch"
  | "besideBatch"
  | "openClaims"
  | "filesWithCode"
  | "pull"
  | "itemsWithObjects"
  | "unsent"
  | "hashes"
>;

/** The journal's reads over its heads. `last` is its greatest sequence. */
export function openReads(database: Sqlite, epoch: string, last: () => number): Reads {
  const one = database.prepare(
    "SELECT e.state FROM heads h JOIN entries e ON e.seq = h.seq WHERE h.collection = ? AND h.id = ?",
  );
  const below = database.prepare(
    states("heads_by_parent", "h.collection = ? AND h.parent = ? AND h.parent <> '' ORDER BY h.id"),
  );
  const ofBatch = database.prepare(states("heads_by_batch", "h.batch = ? AND h.batch <> '' ORDER BY h.id"));
  const ofFonds = database.prepare(`
    SELECT p.batch, p.files, e.state FROM (SELECT f.batch, count(*) AS files FROM heads f INDEXED BY heads_by_parent
    WHERE f.collection = 'files' AND f.parent <> '' AND f.facet <> 'withdrawn' AND f.parent IN (
      SELECT h.parent FROM heads h INDEXED BY heads_by_batch
      WHERE h.batch = ? AND h.batch <> '' AND h.facet <> 'withdrawn')
    GROUP BY f.batch) p LEFT JOIN heads b ON b.collection = 'batches' AND b.id = p.batch
    LEFT JOIN entries e ON e.seq = b.seq ORDER BY p.batch`);
  const claims = database.prepare(openClaims);
  const ofCode = database.prepare(states("heads_by_code", "h.code = ? AND h.code <> '' ORDER BY h.id"));
  const inOrder = database.prepare(
    states("heads_in_order", "h.collection = ? AND h.seq > ? ORDER BY h.seq LIMIT ?"),
  );
  const itemsInOrder = database.prepare(`
    SELECT h.seq, h.id, (instr(h.facet, 'rendition') > 0 OR EXISTS (
      SELECT 1 FROM heads p INDEXED BY heads_by_parent
      WHERE p.collection = 'pages' AND p.parent = h.id AND p.parent <> '')) AS has
    FROM heads h INDEXED BY heads_in_order WHERE h.collection = 'items' AND h.seq > ? ORDER BY h.seq LIMIT ?`);
  const notSent = database.prepare(
    states("heads_unsent", "h.collection = ? AND h.at_province = 0 AND h.seq > ? ORDER BY h.seq LIMIT ?"),
  );
  const ofBucket = database.prepare(
    "SELECT id, hash FROM heads WHERE collection = ? AND bucket = ? ORDER BY id",
  );

  const files = (statement: Statement, key: string) =>
    statement.all(key).map((row) => readState<"files">(row));
  const page = <Name extends CollectionName>(
    statement: Statement,
    name: Name,
    after: number,
    limit: number,
  ) => {
    const rows = statement.all(name, after, limit);
    const end = rows.at(-1);
    return {
      documents: rows.map((row) => readState<Name>(row)),
      rows,
      seq: end ? numberIn(end, "seq") : after,
    };
  };
  // A checkpoint of another life of the journal, or from beyond its end, says nothing about this one.
  const seqOf = (checkpoint: Checkpoint | null) =>
    checkpoint?.epoch === epoch && checkpoint.seq <= last() ? checkpoint.seq : 0;
  return {
    read<Name extends CollectionName>(collection: Name, id: string) {
      const row = one.get(collection, id);
      return row && readState<Name>(row);
    },
    children: <Name extends CollectionName>(collection: Name, parentId: string) =>
      below.all(collection, parentId).map((row) => readState<Name>(row)),
    filesOfBatch: (batchId) => files(ofBatch, batchId),
    besideBatch: (batchId) =>
      ofFonds.all(batchId).map((row) => ({
        ...{ batchId: textIn(row, "batch"), files: numberIn(row, "files") },
        batch: row["state"] === null ? undefined : readState<"batches">(row),
      })),
    openClaims: (batchId) => claims.all(batchId).map((row) => readState<"notes">(row)),
    filesWithCode: (code) => files(ofCode, foldCode(code)),
    pull(collection, checkpoint, limit) {
      const { documents, seq } = page(inOrder, collection, seqOf(checkpoint), limit);
      return { documents, checkpoint: { epoch, seq } };
    },
    itemsWithObjects(checkpoint, limit) {
      const after = seqOf(checkpoint);
      const rows = itemsInOrder.all(after, limit);
      const end = rows.at(-1);
      const ids = rows.filter((row) => row["has"] === 1).map((row) => textIn(row, "id"));
      return { ids, checkpoint: { epoch, seq: end ? numberIn(end, "seq") : after } };
    },
    unsent(collection, afterSeq, limit) {
      const { documents, rows, seq } = page(notSent, collection, afterSeq, limit);
      for (const [at, row] of rows.entries()) {
        const document = documents[at];
        const [text, hash] = [textIn(row, "state"), textIn(row, "hash")];
        if (document) noteRead(document, { text, hash, base: baseIn(row) });
      }
      return { documents, seq };
    },
    hashes: (collection, bucket) =>
      ofBucket.all(collection, bucket).map((row) => [textIn(row, "id"), textIn(row, "hash")]),
  };
}

/** What the journal wrote itself of the clocks that the province was last known to hold. */
export function baseIn(row: Row): BaseClocks | undefined {
  const text = textIn(row, "base");
  return text === "" ? undefined : (JSON.parse(text) as BaseClocks);
}

/** The record in a row's `state`: what the journal wrote itself, so its shape holds. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller asked for this collection
export function readState<Name extends CollectionName>(row: Row): Records[Name] {
  return JSON.parse(textIn(row, "state")) as Records[Name];
}
