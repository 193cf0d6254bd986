import { type Static, Type } from "typebox";
import { Choice } from "#shared/base/schema.ts";
import { signatureTextSchema } from "#shared/keys/key-text.ts";
import { collectionSchema, pushRowSchema, wireRecordSchema } from "#shared/replication/messages.ts";

/** Where the parts of a parcel lie in its bag. */
export const objectsList = "data/objects.jsonl";
export const answersList = "data/answers.jsonl";
export const receiptsList = "data/receipts.jsonl";
export const recordsPath = (collection: string) => `data/records/${collection}.jsonl`;
export const objectPath = (digest: string) => `data/objects/${digest}`;

/** The sender's card, for a centre that has not heard of it from the province. */
export const machinePath = "data/machine.json";
/** The list of the objects that a centre has. */
export const arrivedList = "data/arrived.jsonl";

/**
 * A line of a parcel's records: a row of a push, with the clocks of the state that the sender knows its district's
 * centre to hold.
 */
export const recordLineSchema = Type.Object({
  ...pushRowSchema.properties,
  heldByCentre: Type.Optional(Type.Record(Type.String(), Type.String())),
});

/** A line of a parcel's list of objects. */
export const objectLineSchema = Type.Object({
  digest: Type.String({ pattern: "^[0-9a-f]{64}$" }),
  size: Type.Integer({ minimum: 0 }),
  mediaType: Type.String({ maxLength: 100 }),
});

/** What the reader of a parcel did with one record: `hash` is that of the state in the parcel, `state` what it holds instead. */
export const answerLineSchema = Type.Object({
  collection: collectionSchema,
  id: Type.String({ maxLength: 40 }),
  hash: Type.String({ maxLength: 64 }),
  outcome: Choice(["accepted", "merged", "refused", "held"]),
  code: Type.String({ maxLength: 40 }),
  detail: Type.String({ maxLength: 500 }),
  state: Type.Optional(wireRecordSchema),
});

export type AnswerLine = Static<typeof answerLineSchema>;

/** An object that a centre has; no receipt. */
export const arrivedLineSchema = Type.Object({ digest: Type.String({ pattern: "^[0-9a-f]{64}$" }) });

/** The province's signed word for one object of a parcel. */
export const receiptLineSchema = Type.Object({
  digest: Type.String({ pattern: "^[0-9a-f]{64}$" }),
  size: Type.Integer({ minimum: 0 }),
  receivedAt: Type.String({ maxLength: 30 }),
  signature: signatureTextSchema,
});
