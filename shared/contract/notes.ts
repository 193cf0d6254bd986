import { type Static, Type } from "typebox";
import { noteKinds, noteSchema, noteSubjects } from "#shared/archive/note.ts";
import { threadStands } from "#shared/archive/note-thread.ts";
import { Choice } from "#shared/base/schema.ts";

const idSchema = Type.String({ minLength: 1, maxLength: 40 });
const about = { subject: Choice(noteSubjects), subjectId: idSchema };

/** A thread as it is listed: its head, the record it is on, and who wrote in it last. */
const threadRowSchema = Type.Object({
  note: noteSchema,
  /** What is opened to see it, and what that is called. */
  place: Type.Object({
    open: Choice(["fonds", "batches", "files"]),
    id: Type.String(),
    label: Type.String(),
    title: Type.String(),
    /** The item that it is on, or on a page of, and the place of that page, from 1. */
    itemId: Type.Optional(Type.String()),
    page: Type.Optional(Type.Integer()),
  }),
  stand: Choice(threadStands),
  /** Whether it waits for who asks: another called them, and they did not answer. */
  waits: Type.Boolean(),
  replies: Type.Integer(),
  last: Type.Object({ by: Type.String(), at: Type.String() }),
});

export type ThreadRow = Static<typeof threadRowSchema>;

/** Whose threads are listed: everybody's, those one began, those that call one by name. */
export const threadsOf = ["", "mine", "me"] as const;

/** What people note on a record: questions, wishes and answers, written once. */
export const noteCalls = {
  /** The notes on a record that stand, the first first. */
  "notes.of": { input: Type.Object(about), output: Type.Object({ notes: Type.Array(noteSchema) }) },
  /** How many threads stand on an item and on each of its pages, in their order, and how many of them are open. */
  "notes.onItem": {
    input: Type.Object({ itemId: idSchema }),
    output: Type.Object({
      counts: Type.Array(
        Type.Object({
          id: Type.String(),
          /** The place of the page, from 1; 0 of the item itself. */
          page: Type.Integer(),
          all: Type.Integer(),
          open: Type.Integer(),
        }),
      ),
    }),
  },
  /** The threads of one's unit, the latest first, from a row on; an empty text does not narrow. */
  "notes.list": {
    input: Type.Object({
      kind: Choice(["", "note", "question", "correction"]),
      by: Type.String({ maxLength: 200 }),
      whose: Choice(threadsOf),
      stand: Choice(["", ...threadStands]),
      from: Type.Integer({ minimum: 0 }),
    }),
    output: Type.Object({
      rows: Type.Array(threadRowSchema),
      total: Type.Integer(),
      /** How many wait for who asks, whatever is listed. */
      waiting: Type.Integer(),
      authors: Type.Array(Type.String()),
    }),
  },
  /** How many threads wait for who asks, and the names of whoever wrote or was called in one. */
  "notes.waiting": {
    input: Type.Object({}),
    output: Type.Object({ count: Type.Integer(), people: Type.Array(Type.String()) }),
  },
  /** Writes a note; on the disk when answered. `answers`: the note it answers, of the same record. */
  "notes.write": {
    input: Type.Object({
      ...about,
      kind: Choice(noteKinds),
      text: noteSchema.properties.text,
      answers: Type.String({ maxLength: 40 }),
      /** Whom it calls, by name. */
      mentions: Type.Optional(noteSchema.properties.mentions),
    }),
    output: Type.Object({ note: noteSchema }),
  },
  /** Says of a question or a wish that it is settled, or that it is open again. */
  "notes.solve": {
    input: Type.Object({ id: idSchema, solved: Type.Boolean() }),
    output: Type.Object({}),
  },
  /** Takes one's own note back, with a reason; another's is refused. */
  "notes.withdraw": {
    input: Type.Object({ id: idSchema, reason: Type.String({ minLength: 1, maxLength: 500 }) }),
    output: Type.Object({}),
  },
} as const;
