import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import type { Journal } from "./journal.ts";
import { baseIn } from "./reads.ts";
import { numberIn, textIn } from "./row.ts";
import { inTransaction } from "./transaction.ts";

/** What the journal knows of the province holding its records: see `Journal`. */
export function openAtProvince(
  database: Sqlite,
): Pick<
  Journal,
  "unsentCount" | "unsentSince" | "unsentByBatch" | "markUnsent" | "outside" | "base" | "sent"
> {
  const count = database.prepare(
    "SELECT count(*) AS unsent FROM heads INDEXED BY heads_unsent WHERE collection = ? AND at_province = 0",
  );
  const first = database.prepare(
    `SELECT e.at FROM heads h INDEXED BY heads_unsent JOIN entries e ON e.seq = h.seq
     WHERE h.collection = ? AND h.at_province = 0 ORDER BY h.seq LIMIT 1`,
  );
  // A file names its batch; an item is counted with its file, and a page with the file of its item.
  const byBatch = database.prepare(
    `SELECT batch, sum(records) AS records FROM (
       SELECT batch, count(*) AS records FROM heads
         WHERE collection = 'files' AND at_province = 0 GROUP BY batch
       UNION ALL
       SELECT ifnull(f.batch, ''), count(*) FROM heads i
         LEFT JOIN heads f ON f.collection = 'files' AND f.id = i.parent
         WHERE i.collection = 'items' AND i.at_province = 0 GROUP BY 1
       UNION ALL
       SELECT ifnull(f.batch, ''), count(*) FROM heads p
         LEFT JOIN heads i ON i.collection = 'items' AND i.id = p.parent
         LEFT JOIN heads f ON f.collection = 'files' AND f.id = i.parent
         WHERE p.collection = 'pages' AND p.at_province = 0 GROUP BY 1)
     GROUP BY batch ORDER BY records DESC, batch LIMIT 200`,
  );
  const forget = `UPDATE heads SET at_province = 0,
    base = (SELECT json_extract(e.state, '$.clocks') FROM entries e WHERE e.seq = heads.seq)
    WHERE at_province = 1 AND collection = ?`;
  const mark = database.prepare(`${forget} AND id = ?`);
  const markAll = database.prepare(forget);
  const findBase = database.prepare(
    "SELECT base FROM heads WHERE collection = ? AND id = ? AND at_province = 0 AND base <> ''",
  );
  const findSent = database.prepare(
    `SELECT h.at_province, e.at FROM heads h JOIN entries e ON e.seq = h.seq
     WHERE h.collection = ? AND h.id = ?`,
  );
  const findOutside = database.prepare(
    `SELECT id, hash FROM heads
     WHERE collection = ?1 AND scope <> ?2 AND substr(scope, 1, length(?2) + 1) <> ?2 || '.'`,
  );
  return {
    outside: (collection, scope) =>
      findOutside.all(collection, scope).map((row) => ({ id: textIn(row, "id"), hash: textIn(row, "hash") })),
    unsentCount: (collection) => numberIn(count.get(collection) ?? {}, "unsent"),
    unsentSince(collection) {
      const row = first.get(collection);
      return row ? textIn(row, "at") : "";
    },
    unsentByBatch: () =>
      byBatch.all().map((row) => ({ batchId: textIn(row, "batch"), records: numberIn(row, "records") })),
    sent(collection, id) {
      const row = findSent.get(collection, id);
      return row && { atProvince: numberIn(row, "at_province") === 1, at: textIn(row, "at") };
    },
    base(collection, id) {
      const row = findBase.get(collection, id);
      return row && baseIn(row);
    },
    markUnsent(collection, ids) {
      inTransaction(database, () => {
        if (ids) for (const id of ids) mark.run(collection, id);
        else markAll.run(collection);
      });
    },
  };
}
