import type { DatabaseSync } from "node:sqlite";
import type { BaseClocks } from "#shared/replication/notice-conflicts.ts";
import type { Journal } from "./journal.ts";
import { numberIn, textIn } from "./row.ts";
import { inTransaction } from "./transaction.ts";

/** What the journal knows of the province holding its records: see `Journal`. */
export function openAtProvince(
  database: DatabaseSync,
): Pick<Journal, "unsentCount" | "markUnsent" | "outside" | "base" | "sent"> {
  const count = database.prepare(
    "SELECT count(*) AS unsent FROM heads INDEXED BY heads_unsent WHERE collection = ? AND at_province = 0",
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
    sent(collection, id) {
      const row = findSent.get(collection, id);
      return row && { atProvince: numberIn(row, "at_province") === 1, at: textIn(row, "at") };
    },
    base(collection, id) {
      const row = findBase.get(collection, id);
      return row && (JSON.parse(textIn(row, "base")) as BaseClocks);
    },
    markUnsent(collection, ids) {
      inTransaction(database, () => {
        if (ids) for (const id of ids) mark.run(collection, id);
        else markAll.run(collection);
      });
    },
  };
}
