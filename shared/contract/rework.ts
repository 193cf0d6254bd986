import { type Static, Type } from "typebox";
import { batchSchema } from "#shared/archive/batch.ts";
import { noteSchema, pinSchema, stations } from "#shared/archive/note.ts";
import { reworkRefusals } from "#shared/archive/rework.ts";
import { Choice, Text } from "#shared/base/schema.ts";

const idSchema = Type.String({ minLength: 1, maxLength: 40 });
const { text } = noteSchema.properties;

/** A rework, what was said of it since, whose turn it is, and where what is to be mended lies now. */
const reworkSchema = Type.Object({
  head: noteSchema,
  replies: Type.Array(noteSchema),
  stand: Choice(["open", "answered", "closed"]),
  batch: Type.Pick(batchSchema, ["id", "number", "name", "state"]),
  /** Of what it is pinned to; empty where that is not on this machine, or is the batch. */
  fileId: Text(40),
  itemId: Text(40),
  /** The page's place in its item, from 1; 0 where it is no page. */
  page: Type.Integer(),
});

export type Rework = Static<typeof reworkSchema>;

const said = Type.Object({ refusal: Choice(["", ...reworkRefusals]) });

/** What checkers send back to an earlier station of the work, what the stations answer, and its closing. */
export const reworkCalls = {
  /** Of one batch, or of all (empty id), the longest open first; closed ones only where asked for. */
  "rework.list": {
    input: Type.Object({ batchId: Text(40), closed: Type.Boolean() }),
    output: Type.Object({ reworks: Type.Array(reworkSchema) }),
  },
  /** Sends a batch, or what is pinned of it, back; on the disk when answered. */
  "rework.send": {
    input: Type.Object({
      ...{ batchId: idSchema, station: Choice(stations), text },
      pin: Type.Union([pinSchema, Type.Null()]),
      field: Text(60),
    }),
    output: said,
  },
  /** A station's answer: it was mended, or cannot be, and how or why. */
  "rework.answer": {
    input: Type.Object({ id: idSchema, outcome: Choice(["done", "cannot"]), text }),
    output: said,
  },
  /** Sends what was answered to its station once more. */
  "rework.again": { input: Type.Object({ id: idSchema, text }), output: said },
  /** Closes what was answered; it no longer stands against acceptance. */
  "rework.close": { input: Type.Object({ id: idSchema }), output: said },
} as const;
