import type { Custody } from "#shared/archive/custody.ts";
import type { Checkpoint } from "#shared/replication/messages.ts";
import type { Journal } from "#electron/journal/journal.ts";

export type SeenPapers = {
  /** The events of a box or file that stand. */
  of: (subjectId: string) => Custody[];
  /** The ids of all of which something was seen. */
  subjects: () => string[];
};

/** What was seen of boxes and files of paper, kept in memory and brought up to the journal each time it is asked. */
export function followPapers(journal: Pick<Journal, "pull">): () => SeenPapers {
  const bySubject = new Map<string, Map<string, Custody>>();
  let checkpoint: Checkpoint | null = null;
  const catchUp = () => {
    for (;;) {
      const page = journal.pull("custody", checkpoint, 2000);
      checkpoint = page.checkpoint;
      if (page.documents.length === 0) return;
      for (const event of page.documents) {
        const known = bySubject.get(event.subjectId) ?? new Map<string, Custody>();
        if (event.withdrawn === "") known.set(event.id, event);
        else known.delete(event.id);
        bySubject.set(event.subjectId, known);
      }
    }
  };
  return () => {
    catchUp();
    return {
      of: (subjectId) => [...(bySubject.get(subjectId)?.values() ?? [])],
      subjects: () => [...bySubject].filter(([, events]) => events.size > 0).map(([id]) => id),
    };
  };
}
