import { type Static, Type } from "typebox";
import { custodyPoints, custodySchema, custodySubjects } from "#shared/archive/custody.ts";
import { Choice } from "#shared/base/schema.ts";

const idSchema = Type.String({ minLength: 1, maxLength: 40 });

/** A box or a file of paper: what it is called, and where the inventory says that it stands. */
export const paperSchema = Type.Object({
  subject: Choice(custodySubjects),
  id: idSchema,
  fondsId: Type.String(),
  fondsCode: Type.String(),
  /** Mục lục số. */
  inventory: Type.String(),
  /** Number of the box, or code of the file. */
  label: Type.String(),
  /** Title of the file; empty for a box. */
  title: Type.String(),
  /** Number of the box that a file stands in; empty for a box. */
  box: Type.String(),
  /** Kho, giá, tầng. */
  place: Type.String(),
});

/** Where paper is; nothing was ever seen of it where there is no event. */
const standingSchema = Type.Object({
  paper: paperSchema,
  last: Type.Union([custodySchema, Type.Null()]),
  /** A file that is where its box is. */
  withBox: Type.Boolean(),
  /** On its way: not where it belongs. */
  away: Type.Boolean(),
  /** Whole days since it was last seen. */
  days: Type.Integer(),
});

export type Standing = Static<typeof standingSchema>;

/** As many rows as are answered at once; the totals count all. */
export const mostRows = 2000;

/** The way of paper: what happened to each box and file, and where it is. */
export const custodyCalls = {
  /** The boxes and files that a scanned or typed text names, at most 50; "hộp 12 đang ở đâu?" is one question. */
  "custody.find": {
    input: Type.Object({ typed: Type.String({ maxLength: 400 }) }),
    output: Type.Object({ found: Type.Array(standingSchema), more: Type.Boolean() }),
  },
  /** All that happened to a box or file and stands, the latest first; for a file with what happened to its box. */
  "custody.read": {
    input: Type.Object({ subject: Choice(custodySubjects), id: idSchema }),
    output: Type.Object({ standing: standingSchema, events: Type.Array(custodySchema) }),
  },
  /**
   * Writes what happened, once for ever, at this moment, whatever is out of order: the events say it (`odd`). On the disk
   * when answered.
   */
  "custody.mark": {
    input: Type.Object({
      papers: Type.Array(Type.Object({ subject: Choice(custodySubjects), id: idSchema }), {
        minItems: 1,
        maxItems: 500,
      }),
      point: Choice(custodyPoints),
      /** The center's own point that was scanned at: it says the point and the place then. */
      pointId: Type.Optional(idSchema),
      place: custodySchema.properties.place,
      by: custodySchema.properties.by,
      note: custodySchema.properties.note,
    }),
    output: Type.Object({ events: Type.Array(custodySchema) }),
  },
  /** Withdraws an event that did not happen. */
  "custody.withdraw": {
    input: Type.Object({ id: idSchema, reason: Type.String({ minLength: 1, maxLength: 500 }) }),
    output: Type.Object({}),
  },
  /**
   * Everything of which something was seen, the longest away first; `days`: away at least so long; `pointId`: seen there
   * last.
   */
  "custody.list": {
    input: Type.Object({
      away: Type.Boolean(),
      days: Type.Integer({ minimum: 0, maximum: 9999 }),
      pointId: Type.Optional(idSchema),
    }),
    output: Type.Object({
      rows: Type.Array(standingSchema, { maxItems: mostRows }),
      total: Type.Integer(),
      seen: Type.Integer(),
      away: Type.Integer(),
    }),
  },
  /** The texts of the QR codes in a picture (JPEG, base64); it is not kept. */
  "custody.readPicture": {
    input: Type.Object({ picture: Type.String({ maxLength: 3_000_000 }) }),
    output: Type.Object({ texts: Type.Array(Type.String()) }),
  },
} as const;
