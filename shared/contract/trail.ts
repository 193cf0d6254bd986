import { Type } from "typebox";
import { trailOrigins } from "#shared/archive/trail.ts";
import { Choice } from "#shared/base/schema.ts";
import { collectionSchema } from "#shared/replication/messages.ts";

export const trailCalls = {
  /** Who changed what of a record and when, latest first: read from the journal, which nobody can rewrite unseen. */
  "records.trail": {
    input: Type.Object({ collection: collectionSchema, id: Type.String({ maxLength: 40 }) }),
    output: Type.Object({
      entries: Type.Array(
        Type.Object({
          at: Type.String(),
          by: Type.String(),
          deviceId: Type.String(),
          origin: Choice(trailOrigins),
          first: Type.Boolean(),
          changes: Type.Array(
            Type.Object({ field: Type.String(), before: Type.Unknown(), after: Type.Unknown() }),
          ),
        }),
      ),
      /** True where older entries were left out (the latest 200 are read). */
      more: Type.Boolean(),
    }),
  },
  /**
   * What the province has of a record: exactly its state here (`held`), not yet its last change (`waiting`, with when
   * that was made safe), or it does not take it (`refused`, with a code and since when).
   */
  "sync.outcome": {
    input: Type.Object({ collection: collectionSchema, id: Type.String({ maxLength: 40 }) }),
    output: Type.Object({
      state: Choice(["held", "waiting", "refused"]),
      since: Type.String(),
      code: Type.String(),
      detail: Type.String(),
    }),
  },
} as const;
