import { Type } from "typebox";
import { noteKinds, noteSchema, noteSubjects } from "#shared/archive/note.ts";
import { Choice } from "#shared/base/schema.ts";

const idSchema = Type.String({ minLength: 1, maxLength: 40 });
const about = { subject: Choice(noteSubjects), subjectId: idSchema };

/** What people note on a record: questions, wishes and answers, written once. */
export const noteCalls = {
  /** The notes on a record that stand, the first first. */
  "notes.of": { input: Type.Object(about), output: Type.Object({ notes: Type.Array(noteSchema) }) },
  /** Writes a note; on the disk when answered. `answers`: the note it answers, of the same record. */
  "notes.write": {
    input: Type.Object({
      ...about,
      kind: Choice(noteKinds),
      text: noteSchema.properties.text,
      answers: Type.String({ maxLength: 40 }),
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
