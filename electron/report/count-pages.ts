import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import type { CostBasis } from "#shared/contract/cost.ts";
import { readCaughtUp } from "#electron/completeness/caught-up.ts";
import type { Index } from "#electron/index/open-index.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { numberIn } from "#electron/journal/row.ts";

/** What there is to do, in A4 equivalents, in a unit and those below it. */
export type PageCounts = Pick<CostBasis, "pages" | "files" | "unknownFiles">;

/** Counts pages out of the desk's standing of files, as of the journal's last entry. */
export function openCountPages(index: Index, journal: Journal): (scope: string) => Promise<PageCounts> {
  return async (scope) =>
    (await readCaughtUp(index, journal, (database) => countPages(database, scope))).value;
}

function countPages(database: Sqlite, scope: string): PageCounts {
  const row = database
    .prepare(
      `WITH counted AS (
         SELECT poor, a4, CASE WHEN listed_pages > 0 THEN listed_pages ELSE file_pages END AS listed
         FROM standing_files WHERE stands = 1 AND (scope = ?1 OR scope LIKE ?1 || '.%')
       )
       SELECT count(*) AS files, coalesce(sum(listed = 0 AND a4 = 0), 0) AS unknown,
         coalesce(sum(max(listed, a4)), 0) AS every, coalesce(sum(max(listed, a4) * poor), 0) AS every_poor,
         coalesce(sum(max(listed - a4, 0)), 0) AS rest, coalesce(sum(max(listed - a4, 0) * poor), 0) AS rest_poor
       FROM counted`,
    )
    .get(scope);
  const number = (name: string) => (row ? numberIn(row, name) : 0);
  return {
    pages: {
      all: { all: number("every"), poor: number("every_poor") },
      left: { all: number("rest"), poor: number("rest_poor") },
    },
    files: number("files"),
    unknownFiles: number("unknown"),
  };
}
