import { type Static, Type } from "typebox";
import { Choice } from "#shared/base/schema.ts";
import { collectionSchema } from "#shared/replication/messages.ts";

const nothing = Type.Object({});

/** What an object to be sent is: the words of a page, a finished document, or the scan of a page. */
export const objectKinds = ["words", "rendition", "master"] as const;

/** All that the province is not known to hold, in sums. */
export const outboxSchema = Type.Object({
  /** Records by kind; `since` is when the longest waiting state was written (ISO 8601). */
  records: Type.Array(
    Type.Object({ collection: collectionSchema, count: Type.Integer(), since: Type.String() }),
  ),
  /** Files, items and pages by their batch, the fullest first; an empty id stands for those in no batch. */
  batches: Type.Array(Type.Object({ batchId: Type.String(), label: Type.String(), count: Type.Integer() })),
  objects: Type.Array(
    Type.Object({
      kind: Choice(objectKinds),
      count: Type.Integer(),
      bytes: Type.Integer(),
      since: Type.String(),
    }),
  ),
});

export type Outbox = Static<typeof outboxSchema>;

export const unsentRecordSchema = Type.Object({
  id: Type.String(),
  /** What a person knows it by. */
  label: Type.String(),
  since: Type.String(),
  /** Why the province does not take it, as `RefusedRecord.code`; empty where it only waits. */
  code: Type.String(),
});

export const unsentObjectSchema = Type.Object({
  digest: Type.String(),
  kind: Choice(objectKinds),
  bytes: Type.Integer(),
  since: Type.String(),
  /** What the item is known by that it belongs to. */
  label: Type.String(),
  /** A fault code where it waits for a person or failed before; empty where it only waits. */
  code: Type.String(),
});

const page = { after: Type.Integer({ minimum: 0 }), limit: Type.Integer({ minimum: 1, maximum: 500 }) };

export const outboxCalls = {
  "outbox.read": { input: nothing, output: outboxSchema },
  /** Unsent records of a kind in the order of their writing; `after` is `next` of the page before, 0 at first. */
  "outbox.records": {
    input: Type.Object({ collection: collectionSchema, ...page }),
    output: Type.Object({ rows: Type.Array(unsentRecordSchema), next: Type.Integer(), more: Type.Boolean() }),
  },
  /** Unsent objects in the order in which they go. */
  "outbox.objects": {
    input: Type.Object(page),
    output: Type.Object({ rows: Type.Array(unsentObjectSchema), next: Type.Integer(), more: Type.Boolean() }),
  },
  /**
   * Every unsent record in one ZIP, a JSON file and a table of them by kind, to keep or to read elsewhere. The answer
   * names the stored object; an empty digest where nothing is unsent.
   */
  "outbox.export": {
    input: nothing,
    output: Type.Object({
      records: Type.Integer(),
      digest: Type.String(),
      size: Type.Integer(),
      name: Type.String(),
    }),
  },
} as const;
