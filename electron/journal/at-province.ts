import type { DatabaseSync } from "node:sqlite";
import type { Journal } from "./journal.ts";
import { numberIn } from "./row.ts";
import { inTransaction } from "./transaction.ts";

/** What the journal knows of the province holding its records: see `Journal`. */
export function openAtProvince(database: DatabaseSync): Pick<Journal, "unsentCount" | "markUnsent"> {
  const count = database.prepare(
    "SELECT count(*) AS unsent FROM heads INDEXED BY heads_unsent WHERE collection = ? AND at_province = 0",
  );
  const mark = database.prepare("UPDATE heads SET at_province = 0 WHERE collection = ? AND id = ?");
  const markAll = database.prepare(
    "UPDATE heads SET at_province = 0 WHERE collection = ? AND at_province = 1",
  );
  return {
    unsentCount: (collection) => numberIn(count.get(collection) ?? {}, "unsent"),
    markUnsent(collection, ids) {
      inTransaction(database, () => {
        if (ids) for (const id of ids) mark.run(collection, id);
        else markAll.run(collection);
      });
    },
  };
}
