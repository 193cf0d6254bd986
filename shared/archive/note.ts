import { type Static, Type } from "typebox";
import { recordFields } from "#shared/archive/record.ts";
import { Choice, Text } from "#shared/base/schema.ts";

/** What a note may be about. */
export const noteSubjects = ["fonds", "batches", "files", "items", "pages", "boxes"] as const;

/** `note`: to remember; `question`: wants an answer; `correction`: wants something mended; `answer`: to another note. */
export const noteKinds = ["note", "question", "correction", "answer"] as const;

/** Stations at which a person takes a batch or a file on. */
export const claimStations = ["preparing", "capturing", "checking"] as const;

/** That a person takes work on, at which station and machine, until when at most. */
const claimSchema = Type.Object({
  station: Choice(claimStations),
  machine: Text(200),
  until: Text(30),
  /** The claims on the same work that its maker knew of, as ended or to be taken over. */
  knew: Type.Array(Text(40), { maxItems: 100 }),
});

/** Stations of the work, in its order, to which a checker sends back what is to be mended. */
export const stations = ["indexing", "capture", "quality", "reading"] as const;

export type Station = (typeof stations)[number];

/** What a rework is pinned to: a file, an item or a page of the batch; its name is kept for where it is not at hand. */
export const pinSchema = Type.Object({
  on: Choice(["files", "items", "pages"]),
  id: Type.String({ minLength: 1, maxLength: 40 }),
  label: Text(200),
});

/** A note on a record, one of a thread. Its text is written once; only whether it is solved changes. */
export const noteSchema = Type.Object({
  ...recordFields,
  subject: Choice(noteSubjects),
  subjectId: Type.String({ minLength: 1, maxLength: 40 }),
  /** The field it is pinned to; empty where it is about the whole. */
  field: Text(60),
  kind: Choice([...noteKinds, "claim"]),
  text: Type.String({ minLength: 1, maxLength: 2000 }),
  /** The note it answers; empty at the head of a thread. */
  answers: Text(40),
  /** People it names, as they are called at the center. */
  mentions: Type.Array(Text(200), { maxItems: 20 }),
  at: Type.String({ minLength: 10, maxLength: 30 }),
  /** Who wrote it; who solved it may be another. */
  by: Text(200),
  solvedAt: Text(30),
  solvedBy: Text(200),
  /** Of a rework: the station that mends. Such a note is on the batch, and stands against its acceptance until solved. */
  station: Type.Optional(Choice(stations)),
  /** Of a rework: what is to be mended; without it the batch as a whole. */
  pin: Type.Optional(pinSchema),
  /** Of a station's answer: whether it was mended, or cannot be. */
  outcome: Type.Optional(Choice(["done", "cannot"])),
  /** Of a claim; its text is why it takes over from another, and it is solved where it was released. */
  claim: Type.Optional(claimSchema),
  /** Of a claim: the one that its authority held before; the work is that one's. */
  lostTo: Type.Optional(Text(40)),
});

export type Note = Static<typeof noteSchema>;
