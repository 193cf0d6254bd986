import { type Static, Type } from "typebox";
import { collectionSchema } from "#shared/replication/messages.ts";

/** How many of what lacks of an accepted batch are named. */
export const mostLackingNamed = 5;

/**
 * What lacks of a batch whose acceptance waits: at least how many records, and the first of them by what a person knows
 * them by.
 */
export const lackingContentSchema = Type.Object({
  records: Type.Integer({ minimum: 0 }),
  named: Type.Array(
    Type.Object({
      collection: collectionSchema,
      /** Its id where nothing else is known of it. */
      label: Type.String(),
      /** `absent`, `partial` (what lies in it is not as it was accepted), `unsent`, or as `RefusedRecord.code`. */
      why: Type.String(),
    }),
    { maxItems: mostLackingNamed },
  ),
});

export type LackingContent = Static<typeof lackingContentSchema>;
