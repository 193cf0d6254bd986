import { Type } from "typebox";
import { trailOrigins } from "#shared/archive/trail.ts";
import { Choice } from "#shared/base/schema.ts";
import { waitedForSchema } from "#shared/contract/session.ts";
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
   * What the province has of a record: exactly its state here (`accepted`; `merged` where another's edit was joined
   * to it, and in which fields), not yet its last change (`waiting`, with when that was made safe), the change, kept
   * until the record comes that this one belongs to (`held`), or it does not take it (`refused`, with a code).
   */
  "sync.outcome": {
    input: Type.Object({ collection: collectionSchema, id: Type.String({ maxLength: 40 }) }),
    output: Type.Object({
      state: Choice(["accepted", "merged", "waiting", "held", "refused"]),
      since: Type.String(),
      code: Type.String(),
      detail: Type.String(),
      /** Of a merged record: the fields that another wrote, and those that stayed as they were written here. */
      theirs: Type.Array(Type.String()),
      ours: Type.Array(Type.String()),
      waitsFor: Type.Optional(waitedForSchema),
    }),
  },
} as const;
