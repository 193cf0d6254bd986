import { type Static, Type } from "typebox";
import { recordFields } from "#shared/archive/record.ts";
import { Choice, Text } from "#shared/base/schema.ts";

/** What of the paper is followed on its way. */
export const custodySubjects = ["box", "file"] as const;

/** The points that paper passes between leaving its shelf and coming back to it. */
export const custodyPoints = [
  "handed-over",
  "received",
  "out-of-box",
  "unbound",
  "at-scanner",
  "rebound",
  "back-in-box",
  "on-shelf",
  "to-contractor",
  "returned",
  "in-repair",
  "in-safe",
] as const;

/** What was out of order when paper passed a point. It was told to whom scanned it, and never kept the event from being written. */
export const custodyOddities = [
  "still-unbound",
  "not-unbound",
  "still-in-box",
  "files-out",
  "kept-back",
  "secret",
  "point-ended",
] as const;

/** One thing that happened to a box or a file of paper (an event in the sense of PREMIS). It is written once, never changed. */
export const custodySchema = Type.Object({
  ...recordFields,
  subject: Choice(custodySubjects),
  subjectId: Type.String({ minLength: 1, maxLength: 40 }),
  /** The batch it travelled with; empty where it went alone. */
  batchId: Text(40),
  point: Choice(custodyPoints),
  /** The center's own point at which it was scanned; events without one, and of earlier versions, have none. */
  pointId: Type.Optional(Text(40)),
  /** What was out of order; absent where nothing was. */
  odd: Type.Optional(Type.Array(Choice(custodyOddities), { maxItems: custodyOddities.length })),
  /** Which scanner, which shelf, which contractor; empty where the point says it all. */
  place: Text(100),
  /** When it happened, ISO 8601; it may be told of later. */
  at: Type.String({ minLength: 10, maxLength: 30 }),
  /** Who had it in hand. */
  by: Text(200),
  note: Text(500),
});

export type Custody = Static<typeof custodySchema>;
