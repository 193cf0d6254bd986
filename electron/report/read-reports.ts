import type { Report } from "#shared/archive/report.ts";
import type { Journal } from "#electron/journal/journal.ts";

/** All reports of a unit in the journal, those withdrawn too: a few hundred at most. */
export function readReports(journal: Pick<Journal, "pull">, scope: string): Report[] {
  const found: Report[] = [];
  let page = journal.pull("reports", null, 500);
  while (page.documents.length > 0) {
    found.push(...page.documents.filter((report) => report.scope === scope));
    page = journal.pull("reports", page.checkpoint, 500);
  }
  return found;
}
