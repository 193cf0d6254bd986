import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import type { CollectionName } from "#shared/archive/collections.ts";
import { numberIn } from "#electron/journal/row.ts";

/** Answers the key of a record in the index, given out where it has none yet. */
export type KeyOf = (collection: CollectionName, id: string) => number;

/** Keys over an open index. */
export function openKeys(database: Sqlite): KeyOf {
  const find = database.prepare("SELECT key FROM keys WHERE collection = ? AND id = ?");
  const insert = database.prepare("INSERT INTO keys (collection, id) VALUES (?,?)");
  return (collection, id) => {
    const row = find.get(collection, id);
    return row ? numberIn(row, "key") : Number(insert.run(collection, id).lastInsertRowid);
  };
}
