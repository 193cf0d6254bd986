import type { RxCollection } from "rxdb/plugins/core";
import { debounceTime, from, map, merge, of, startWith, switchMap } from "rxjs";
import type { Conflict, ConflictSubject } from "#shared/archive/conflict.ts";
import { conflictSubjects } from "#shared/archive/conflict.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import { stateOfConflict } from "#shared/archive/settle-conflict.ts";
import { useWork } from "#renderer/app/session.tsx";
import { readRecords } from "#renderer/db/change-records.ts";
import { useLive } from "#renderer/db/use-live.ts";
import type { Work } from "#renderer/db/work.ts";

/** A conflict that nobody settled, with its record as it is now. */
export type OpenConflict = { conflict: Conflict; subject: ArchiveRecord; state: "open" | "superseded" };

/** As many as are read at once; when they are settled the next come. */
export const mostConflicts = 500;

/** The conflicts of this machine that wait for a person, record by record; kept up to date. */
export function useOpenConflicts(): readonly OpenConflict[] | undefined {
  const work = useWork();
  return useLive("open conflicts", () => {
    const changes = merge(...conflictSubjects.map((name) => collectionOf(work, name).$));
    return work.db.conflicts
      .find({
        selector: { standing: "open" },
        sort: [{ standing: "asc" }, { subjectId: "asc" }],
        index: ["standing", "subjectId"],
        limit: mostConflicts,
      })
      .$.pipe(
        switchMap((found) =>
          found.length === 0
            ? of([])
            : changes.pipe(
                debounceTime(200),
                startWith(undefined),
                switchMap(() =>
                  from(
                    beside(
                      work,
                      found.map((document) => document.toJSON() as Conflict),
                    ),
                  ),
                ),
              ),
        ),
      );
  });
}

/** How many conflicts of one record wait for a person; at most 100 are counted. */
export function useConflictCount(subjectId?: string): number {
  const { db } = useWork();
  const selector = { standing: "open" as const, ...(subjectId === undefined ? {} : { subjectId }) };
  const found = useLive(`conflicts of ${subjectId ?? "all"}`, () =>
    db.conflicts
      .find({ selector, index: ["standing", "subjectId"], limit: 100 })
      .$.pipe(map((documents) => documents.length)),
  );
  return found ?? 0;
}

/** The conflicts with their records; one whose record has not come yet waits for it. */
async function beside(work: Work, conflicts: readonly Conflict[]): Promise<OpenConflict[]> {
  const bySubject = new Map<ConflictSubject, Conflict[]>();
  for (const conflict of conflicts) {
    bySubject.set(conflict.subject, [...(bySubject.get(conflict.subject) ?? []), conflict]);
  }
  const rows: OpenConflict[] = [];
  for (const [collection, own] of bySubject) {
    const subjects = await readRecords(
      work,
      collection,
      own.map(({ subjectId }) => subjectId),
    );
    for (const conflict of own) {
      const subject = subjects.get(conflict.subjectId);
      const state = subject && stateOfConflict(conflict, subject);
      if (subject && state !== undefined && state !== "settled") rows.push({ conflict, subject, state });
    }
  }
  return rows;
}

function collectionOf(work: Work, name: ConflictSubject): RxCollection<ArchiveRecord> {
  return work.db[name] as unknown as RxCollection<ArchiveRecord>;
}
