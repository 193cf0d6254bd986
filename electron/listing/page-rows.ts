import type { DatabaseSync } from "node:sqlite";
import type { Page } from "#shared/archive/page.ts";
import type { KeyOf } from "#electron/index/record-keys.ts";

/** The rows of pages: which scan each shows, to find items that show the same. */
export function openPageRows(database: DatabaseSync, keyOf: KeyOf) {
  const put = database.prepare("INSERT OR REPLACE INTO page_rows (key, item, content) VALUES (?,?,?)");
  const remove = database.prepare("DELETE FROM page_rows WHERE key = ?");
  return {
    put({ id, itemId, masterDigest, masterPage, withdrawn }: Page): void {
      const key = keyOf("pages", id);
      if (withdrawn === "") put.run(key, keyOf("items", itemId), `${masterDigest}#${masterPage}`);
      else remove.run(key);
    },
  };
}
