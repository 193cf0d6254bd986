import { type Static, Type } from "typebox";
import { Choice } from "#shared/base/schema.ts";

const nothing = Type.Object({});

/**
 * Masters of this machine that the province holds by its own signed word: what may be freed, what was, what lacks.
 * A master is safe to free when its batch is accepted, nothing else needs it here, and every object of its items has
 * a receipt that was checked against the pinned key.
 */
export const freeableSchema = Type.Object({
  /** False where no enrolment file gave the province's key: then no receipt can be checked. */
  pinned: Type.Boolean(),
  safeObjects: Type.Integer(),
  safeBytes: Type.Integer(),
  freedObjects: Type.Integer(),
  freedBytes: Type.Integer(),
  /** Masters of accepted batches that are not safe yet. */
  waitingObjects: Type.Integer(),
  work: Choice(["", "freeing", "fetching"]),
  done: Type.Integer(),
  total: Type.Integer(),
});

export type Freeable = Static<typeof freeableSchema>;

export const freeableBatchSchema = Type.Object({
  masters: Type.Integer(),
  safe: Type.Integer(),
  freed: Type.Integer(),
  bytes: Type.Integer(),
});

export const freeingCalls = {
  "freeing.read": { input: nothing, output: freeableSchema },
  "freeing.ofBatch": {
    input: Type.Object({ batchId: Type.String({ maxLength: 40 }) }),
    output: freeableBatchSchema,
  },
  /** Frees the masters that are safe, each after the province has said once more that it holds it. */
  "freeing.free": { input: nothing, output: freeableSchema },
  /** Fetches every freed master back from the province; each is checked against its digest. */
  "freeing.fetchBack": { input: nothing, output: freeableSchema },
} as const;
