import type { CustodyPointRecord } from "#shared/archive/custody-point.ts";
import { covers } from "#shared/archive/unit.ts";
import { inOrder } from "#shared/custody/point-list.ts";
import type { Journal } from "#electron/journal/journal.ts";

/** The points of the center in which whoever is of this unit works, those that were ended too. A few dozen. */
export function centerPoints(journal: Pick<Journal, "pull">, scope: string): CustodyPointRecord[] {
  const found: CustodyPointRecord[] = [];
  let page = journal.pull("points", null, 500);
  while (page.documents.length > 0) {
    found.push(...page.documents.filter((point) => point.withdrawn === "" && covers(point.scope, scope)));
    page = journal.pull("points", page.checkpoint, 500);
  }
  return inOrder(found);
}
