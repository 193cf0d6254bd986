import { type Static, Type } from "typebox";
import { collectionNames } from "#shared/archive/collections.ts";
import { Choice } from "#shared/base/schema.ts";

/*
 * RxDB's replication protocol, the same at every hop: pull from a checkpoint, push rows, a stream that says "pull
 * again". Documents carry `_deleted` as RxDB's clients expect; it is always false, for nothing is deleted.
 */

export const collectionSchema = Choice(collectionNames);

/** How far a puller has read: the sequence of commits `seq` in the life `epoch` of one store. */
export const checkpointSchema = Type.Object({ epoch: Type.String({ maxLength: 40 }), seq: Type.Integer() });

export type Checkpoint = Static<typeof checkpointSchema>;

/** A record on the wire; its shape is checked against its collection's schema by the receiver. */
export const wireRecordSchema = Type.Object(
  { id: Type.String({ minLength: 1, maxLength: 40 }), _deleted: Type.Optional(Type.Boolean()) },
  { additionalProperties: true },
);

export type WireRecord = Static<typeof wireRecordSchema>;

export const pullRequestSchema = Type.Object({
  checkpoint: Type.Union([checkpointSchema, Type.Null()]),
  limit: Type.Integer({ minimum: 1, maximum: 2000 }),
});

export type PullRequest = Static<typeof pullRequestSchema>;

export const pullAnswerSchema = Type.Object({
  documents: Type.Array(wireRecordSchema),
  checkpoint: Type.Union([checkpointSchema, Type.Null()]),
});

export type PullAnswer = Static<typeof pullAnswerSchema>;

export const pushRowSchema = Type.Object({
  assumedMasterState: Type.Optional(Type.Union([wireRecordSchema, Type.Null()])),
  newDocumentState: wireRecordSchema,
});

export type PushRow = Static<typeof pushRowSchema>;

/** Why a pushed row was not taken; it stays with its sender, on a list that people see. */
export const refusalSchema = Type.Object({
  id: Type.String(),
  code: Choice(["not-your-scope", "not-your-role", "not-a-record", "secret", "batch-accepted"]),
  detail: Type.String(),
});

export type Refusal = Static<typeof refusalSchema>;

/** A pushed row that is kept, and merged when the record comes that it belongs to and that the receiver lacks. */
export const heldSchema = Type.Object({
  id: Type.String(),
  /** The record that is waited for. */
  collection: collectionSchema,
  parentId: Type.String(),
});

export type Held = Static<typeof heldSchema>;

/**
 * What the receiver holds where that differs from what was pushed (merged with an edit it had, or ruled
 * otherwise), the rows it refused, and those it keeps until their parent comes, where the sender asked for that
 * (`holds`). Every other row is stored as sent.
 */
export const pushAnswerSchema = Type.Object({
  conflicts: Type.Array(wireRecordSchema),
  refused: Type.Array(refusalSchema),
  held: Type.Optional(Type.Array(heldSchema)),
});

export type PushAnswer = Static<typeof pushAnswerSchema>;

/** Count and digest of all records of a collection within a scope; equal digests mean equal records. */
export const digestAnswerSchema = Type.Object({ count: Type.Integer(), digest: Type.String() });

export type DigestAnswer = Static<typeof digestAnswerSchema>;

/** The digest of each of the 256 buckets that ids fall in (see `bucketOf`), to find where two stores differ. */
export const bucketsAnswerSchema = Type.Object({ buckets: Type.Array(Type.String()) });

/** Id and hash of every record of one bucket. */
export const hashesRequestSchema = Type.Object({ bucket: Type.Integer({ minimum: 0, maximum: 255 }) });

export const hashesAnswerSchema = Type.Object({
  hashes: Type.Array(Type.Tuple([Type.String(), Type.String()])),
});

export type HashesAnswer = Static<typeof hashesAnswerSchema>;
