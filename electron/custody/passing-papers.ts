import type { Custody } from "#shared/archive/custody.ts";
import { type CustodyPointRecord, isInUse } from "#shared/archive/custody-point.ts";
import { oddAtPoint } from "#shared/custody/judge-point.ts";
import { type CustodyPoint, lastOf, outOfBox } from "#shared/custody/paper-way.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { centerPoints } from "./center-points.ts";
import type { knownPapers, Paper } from "./known-papers.ts";
import type { SeenPapers } from "./seen-papers.ts";

/** Judges papers that pass a point by what was seen of them before; of each what is out of order, where something is. */
export function passingPapers(parts: {
  journal: Journal;
  papers: ReturnType<typeof knownPapers>;
  scope: () => string;
}) {
  const { journal, papers, scope } = parts;
  return async (
    passing: readonly Paper[],
    kind: CustodyPoint,
    point: CustodyPointRecord | undefined,
    of: SeenPapers["of"],
  ): Promise<Pick<Custody, "odd">[]> => {
    const recorded = new Set(
      centerPoints(journal, scope())
        .filter(isInUse)
        .map((one) => one.kind),
    );
    const ended = point !== undefined && !isInUse(point);
    const isOut = (id: string) => {
      const last = lastOf(of(id));
      return last !== undefined && outOfBox.includes(last.point);
    };
    const judged = passing.map(async (paper) => {
      const { subject, id } = paper;
      const isFile = subject === "file";
      const name = { fondsId: paper.fondsId, inventory: paper.inventory, number: paper.label };
      const known = {
        ...{ subject, own: of(id), holds: isFile ? papers.holdsOf(id) : [] },
        filesOut: !isFile && (await papers.filesIn(name)).some(isOut),
      };
      const odd = oddAtPoint(known, { kind, ended, records: (one) => recorded.has(one) });
      return odd.length > 0 ? { odd } : {};
    });
    return await Promise.all(judged);
  };
}
