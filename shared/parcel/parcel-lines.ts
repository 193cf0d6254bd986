import { type Static, Type } from "typebox";
import { Choice } from "#shared/base/schema.ts";
import { signatureTextSchema } from "#shared/keys/key-text.ts";
import { collectionSchema, wireRecordSchema } from "#shared/replication/messages.ts";

/** Where the parts of a parcel lie in its bag. */
export const objectsList = "data/objects.jsonl";
export const answersList = "data/answers.jsonl";
export const receiptsList = "data/receipts.jsonl";
export const recordsPath = (collection: string) => `data/records/${collection}.jsonl`;
export const objectPath = (digest: string) => `data/objects/${digest}`;

/** A line of a parcel's list of objects. */
export const objectLineSchema = Type.Object({
  digest: Type.String({ pattern: "^[0-9a-f]{64}$" }),
  size: Type.Integer({ minimum: 0 }),
  mediaType: Type.String({ maxLength: 100 }),
});

/** What the province did with one record: `hash` is that of the state in the parcel, `state` what it holds instead. */
export const answerLineSchema = Type.Object({
  collection: collectionSchema,
  id: Type.String({ maxLength: 40 }),
  hash: Type.String({ maxLength: 64 }),
  outcome: Choice(["accepted", "merged", "refused"]),
  code: Type.String({ maxLength: 40 }),
  detail: Type.String({ maxLength: 500 }),
  state: Type.Optional(wireRecordSchema),
});

export type AnswerLine = Static<typeof answerLineSchema>;

/** The province's signed word for one object of a parcel. */
export const receiptLineSchema = Type.Object({
  digest: Type.String({ pattern: "^[0-9a-f]{64}$" }),
  size: Type.Integer({ minimum: 0 }),
  receivedAt: Type.String({ maxLength: 30 }),
  signature: signatureTextSchema,
});
