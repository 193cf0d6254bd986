import type { Note } from "#shared/archive/note.ts";
import { isSpoken, type Thread } from "#shared/archive/note-thread.ts";
import { isRework } from "#shared/archive/rework.ts";
import { explainsGap } from "#shared/completeness/gap.ts";
import type { Checkpoint } from "#shared/replication/messages.ts";
import type { Journal } from "#electron/journal/journal.ts";

/** What is kept in mind of a note; its text stays in the journal. */
export type KnownNote = Pick<
  Note,
  "id" | "scope" | "subject" | "subjectId" | "kind" | "by" | "at" | "mentions" | "solvedAt"
>;

/** The threads of all notes, kept up to date: all are read once, and after that only what changed. */
export function followNotes(journal: Pick<Journal, "pull">): () => Thread<KnownNote>[] {
  const heads = new Map<string, KnownNote>();
  const replies = new Map<string, Map<string, KnownNote>>();
  let read: Checkpoint | null = null;
  const take = (note: Note) => {
    const { id, answers } = note;
    const counts = isSpoken(note) && !explainsGap(note) && !isRework(note);
    const place = answers === "" ? heads : (replies.get(answers) ?? new Map<string, KnownNote>());
    if (answers !== "") replies.set(answers, place);
    if (counts) place.set(id, known(note));
    else place.delete(id);
  };
  return () => {
    for (;;) {
      const page = journal.pull("notes", read, 500);
      if (read && page.checkpoint.epoch !== read.epoch) {
        // Another life of the journal: what was known is of the one before.
        heads.clear();
        replies.clear();
      }
      read = page.checkpoint;
      for (const note of page.documents) take(note);
      if (page.documents.length === 0) break;
    }
    return [...heads.values()].map((head) => ({
      head,
      replies: [...(replies.get(head.id)?.values() ?? [])].sort((one, other) =>
        `${one.at} ${one.id}` < `${other.at} ${other.id}` ? -1 : 1,
      ),
    }));
  };
}

function known(note: Note): KnownNote {
  const { id, scope, subject, subjectId, kind, by, at, mentions, solvedAt } = note;
  return { id, scope, subject, subjectId, kind, by, at, mentions, solvedAt };
}
