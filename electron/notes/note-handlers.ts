import { isClaim } from "#shared/archive/claim.ts";
import type { Note } from "#shared/archive/note.ts";
import { namesToCall, standOfThread, waitsFor } from "#shared/archive/note-thread.ts";
import type { Profile } from "#shared/archive/profile.ts";
import { editRecord, makeRecord } from "#shared/archive/record.ts";
import { isRework } from "#shared/archive/rework.ts";
import { covers } from "#shared/archive/unit.ts";
import { explainsGap } from "#shared/completeness/gap.ts";
import { writeMoment } from "#shared/base/moment.ts";
import type { DeskHandlers } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { noteCalls } from "#shared/contract/notes.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { followNotes } from "./follow-notes.ts";
import { listThreads } from "./list-threads.ts";

/** Notes on records: of the unit of the record they are on, so that who may read it reads them too. */
export function noteHandlers(options: {
  journal: Journal;
  profile: () => Profile | null;
  now: () => number;
  newId: () => string;
}): Pick<DeskHandlers, keyof typeof noteCalls> {
  const { journal, now } = options;
  const own = (): Profile => {
    const set = options.profile();
    if (!set) throw new DeskFault("not-set-up");
    return set;
  };
  const follow = followNotes(journal);
  const find = (id: string): Note => {
    const note = journal.read("notes", id);
    if (!note || note.withdrawn !== "" || isRework(note) || isClaim(note))
      throw new DeskFault("not-found", { detail: `note ${id}` });
    return note;
  };
  const change = (note: Note, fields: Partial<Note>) => {
    journal.write("notes", [editRecord(note, fields, journal.stamp(own().name))], "desk");
    return {};
  };
  const standingOn = (subject: Note["subject"], subjectId: string): Note[] => {
    const notes = journal
      .children("notes", subjectId)
      .filter((note) => note.subject === subject && note.withdrawn === "" && !explainsGap(note))
      .filter((note) => !isClaim(note));
    // What was sent back is answered and closed by calls of its own.
    const reworks = new Set(notes.filter(isRework).map(({ id }) => id));
    const others = notes.filter(({ id, answers }) => !reworks.has(id) && !reworks.has(answers));
    return others.sort((one, other) => order(one, other));
  };
  const countOn = (subject: Note["subject"], id: string, page: number) => {
    const notes = standingOn(subject, id);
    const heads = notes.filter((note) => !notes.some((other) => other.id === note.answers));
    const threads = heads.map((head) => ({
      head,
      replies: notes.filter((note) => note.answers === head.id),
    }));
    const open = threads.filter((thread) => standOfThread(thread) === "open").length;
    return { id, page, all: threads.length, open };
  };
  return {
    "notes.of": ({ subject, subjectId }) => ({ notes: standingOn(subject, subjectId) }),
    "notes.onItem"({ itemId }) {
      if (!journal.read("items", itemId)) throw new DeskFault("not-found", { detail: `items ${itemId}` });
      const pages = journal
        .children("pages", itemId)
        .filter(({ withdrawn }) => withdrawn === "")
        .sort((one, other) => one.ordinal - other.ordinal);
      const onPages = pages.map(({ id, ordinal }) => countOn("pages", id, ordinal));
      return { counts: [countOn("items", itemId, 0), ...onPages] };
    },
    "notes.list": (wanted) => listThreads(journal, follow(), own(), wanted),
    "notes.waiting"() {
      const { name, scope } = own();
      const threads = follow().filter(({ head }) => covers(scope, head.scope));
      const count = threads.filter((thread) => waitsFor(thread, name)).length;
      const notes = threads.flatMap(({ head, replies }) => [head, ...replies]);
      const people = new Set(notes.flatMap(({ by, mentions }) => [by, ...mentions]));
      return { count, people: namesToCall([...people], name) };
    },
    "notes.write"({ subject, subjectId, kind, text, answers, mentions = [] }) {
      const about = journal.read(subject, subjectId);
      if (!about) throw new DeskFault("not-found", { detail: `${subject} ${subjectId}` });
      if (answers !== "" && find(answers).subjectId !== subjectId)
        throw new DeskFault("bad-call", { detail: "an answer is on the record of its question" });
      const { name } = own();
      const note = makeRecord<Note>(
        {
          ...{ id: options.newId(), scope: about.scope, subject, subjectId, field: "", kind },
          ...{ text: text.normalize("NFC").trim(), answers, by: name },
          mentions: namesToCall(mentions, name).slice(0, 20),
          ...{ at: writeMoment(now()), solvedAt: "", solvedBy: "" },
        },
        journal.stamp(name),
      );
      if (note.text === "") throw new DeskFault("bad-call", { detail: "an empty note" });
      journal.write("notes", [note], "desk");
      return { note };
    },
    "notes.solve"({ id, solved }) {
      const note = find(id);
      return change(note, {
        solvedAt: solved ? writeMoment(now()) : "",
        solvedBy: solved ? own().name : "",
      });
    },
    "notes.withdraw"({ id, reason }) {
      const note = find(id);
      if (note.by !== own().name) throw new DeskFault("not-your-role", { detail: "another's note" });
      return change(note, { withdrawn: reason });
    },
  };
}

function order(one: Note, other: Note): number {
  const first = `${one.at} ${one.id}`;
  const second = `${other.at} ${other.id}`;
  return first < second ? -1 : 1;
}
