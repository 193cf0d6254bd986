import type { Note } from "#shared/archive/note.ts";
import { calls, isSamePerson, standOfThread, type Thread, waitsFor } from "#shared/archive/note-thread.ts";
import type { Profile } from "#shared/archive/profile.ts";
import { covers } from "#shared/archive/unit.ts";
import type { CallInput } from "#shared/contract/desk.ts";
import type { ThreadRow } from "#shared/contract/notes.ts";
import type { Journal } from "#electron/journal/journal.ts";
import type { KnownNote } from "./follow-notes.ts";

/** Rows of one answer. */
const rowsAtOnce = 50;

type Wanted = CallInput<"notes.list">;

/** The threads of a person's unit that are wanted, the latest first, with the record that each is on. */
export function listThreads(
  journal: Pick<Journal, "read">,
  threads: readonly Thread<KnownNote>[],
  { name, scope }: Profile,
  wanted: Wanted,
): { rows: ThreadRow[]; total: number; waiting: number; authors: string[] } {
  const own = threads.filter(({ head }) => covers(scope, head.scope));
  const chosen = own.filter((thread) => isWanted(thread, wanted, name));
  const last = ({ head, replies }: Thread<KnownNote>) => replies.at(-1) ?? head;
  chosen.sort((one, other) =>
    `${last(one).at} ${one.head.id}` < `${last(other).at} ${other.head.id}` ? 1 : -1,
  );
  const rows = chosen.slice(wanted.from, wanted.from + rowsAtOnce).flatMap((thread): ThreadRow[] => {
    const note = journal.read("notes", thread.head.id);
    const place = note && placeOf(journal, note);
    if (!note || !place) return [];
    const { by, at } = last(thread);
    return [
      {
        ...{ note, place, stand: standOfThread(thread), waits: waitsFor(thread, name) },
        ...{ replies: thread.replies.length, last: { by, at } },
      },
    ];
  });
  const authors = [...new Set(own.map(({ head }) => head.by))].sort((one, other) =>
    one.localeCompare(other, "vi"),
  );
  const waiting = own.filter((thread) => waitsFor(thread, name)).length;
  return { rows, total: chosen.length, waiting, authors };
}

function isWanted(thread: Thread<KnownNote>, { kind, by, whose, stand }: Wanted, name: string): boolean {
  const { head } = thread;
  if (kind !== "" && head.kind !== kind) return false;
  if (by !== "" && !isSamePerson(head.by, by)) return false;
  if (whose === "mine" && !isSamePerson(head.by, name)) return false;
  if (whose === "me" && !calls(thread, name)) return false;
  return stand === "" || standOfThread(thread) === stand;
}

/** The record a note is on, by name, and in which file or fonds that is where it has no page of its own. */
function placeOf(
  journal: Pick<Journal, "read">,
  { subject, subjectId }: Pick<Note, "subject" | "subjectId">,
): ThreadRow["place"] | undefined {
  if (subject === "batches") {
    const batch = journal.read("batches", subjectId);
    return batch && { open: "batches", id: subjectId, label: batch.number, title: batch.name };
  }
  if (subject === "fonds" || subject === "boxes") {
    const box = subject === "boxes" ? journal.read("boxes", subjectId) : undefined;
    const fonds = journal.read("fonds", box?.fondsId ?? subjectId);
    return fonds && { open: "fonds", id: fonds.id, label: fonds.code, title: fonds.name };
  }
  const page = subject === "pages" ? journal.read("pages", subjectId) : undefined;
  const item = subject === "files" ? undefined : journal.read("items", page?.itemId ?? subjectId);
  const file = journal.read("files", item?.fileId ?? subjectId);
  if (!file || !item) return file && { open: "files", id: file.id, label: file.code, title: file.title };
  const named = { label: `${file.code}.${item.ordinal}`, title: item.subject, itemId: item.id };
  return { open: "files", id: file.id, ...named, ...(page ? { page: page.ordinal } : {}) };
}
