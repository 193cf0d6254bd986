import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import type { Page } from "#shared/archive/page.ts";
import { readClock } from "#shared/base/clock.ts";
import { dayInVietnam } from "#shared/base/vietnam-time.ts";
import type { KeyOf } from "#electron/index/record-keys.ts";

/**
 * The rows of pages: which scan each shows, to find items that show the same; and who scanned it where and when, and
 * what was thought of it. A rejected page that was scanned again since still counts against its scan.
 */
export function openPageRows(database: Sqlite, keyOf: KeyOf) {
  const put = database.prepare("INSERT OR REPLACE INTO page_rows VALUES (?,?,?,?,?,?,?,?,?)");
  const remove = database.prepare("DELETE FROM page_rows WHERE key = ?");
  return {
    put(page: Page): void {
      const key = keyOf("pages", page.id);
      const stands = page.withdrawn === "";
      if (!stands && page.verdict !== "rejected") remove.run(key);
      else {
        const { masterDigest, masterPage, capturedBy, scanner, verdict, defect } = page;
        // Content of a page that no longer counts makes no item the twin of another.
        const content = stands ? `${masterDigest}#${masterPage}` : "";
        const item = keyOf("items", page.itemId);
        put.run(key, item, content, stands ? 1 : 0, capturedBy, scanner, dayOfPage(page), verdict, defect);
      }
    },
  };
}

/** The day in Vietnam on which a page came in, `yyyy-mm-dd`; empty where its clock does not say. */
export function dayOfPage({ clocks }: Pick<Page, "clocks">): string {
  const ms = readClock(clocks["masterDigest"] ?? clocks["*"] ?? "")?.ms;
  return ms === undefined ? "" : dayInVietnam(ms);
}
