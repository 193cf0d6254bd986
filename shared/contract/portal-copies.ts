import { type Static, Type } from "typebox";
import { Choice } from "#shared/base/schema.ts";
import { copyStates, copyWishSchema } from "#shared/portal/copy-request.ts";

/** A request as it stands in a list. */
export const copyLineSchema = Type.Object({
  id: Type.String(),
  /** As `copyNumber`. */
  number: Type.String(),
  state: Choice(copyStates),
  /** When it was asked for, and when its last step was taken (ISO 8601). */
  askedAt: Type.String(),
  lastAt: Type.String(),
  asker: Type.String(),
  /** It was entered by an archivist for somebody without an account. */
  walkIn: Type.Boolean(),
  wish: copyWishSchema,
  itemId: Type.String(),
  title: Type.String(),
});

export type CopyLine = Static<typeof copyLineSchema>;

export const copyListSchema = Type.Object({
  /** Those that wait first, the oldest first; then the others, the latest first. At most 500. */
  requests: Type.Array(copyLineSchema),
  /** The moment of the answer, for the age of each. */
  now: Type.String(),
});

export type CopyList = Static<typeof copyListSchema>;

/** A request with its whole log. */
export const copyRequestSchema = Type.Object({
  ...copyLineSchema.properties,
  parties: Type.Array(Choice(["asker", "archivist"])),
  /** Numbers of papers of identity are left readable in the copy. */
  lifted: Type.Boolean(),
  steps: Type.Array(
    Type.Object({
      to: Choice(copyStates),
      at: Type.String(),
      by: Type.String(),
      reason: Type.String(),
      lift: Type.Boolean(),
      /** Of a copy that was made: pages in it, and those on which no numbers could be looked for. */
      pages: Type.Integer(),
      unread: Type.Array(Type.Integer()),
    }),
  ),
  /** Whether the made copy can be taken by who asks. */
  copy: Type.Boolean(),
});

export type CopyRequest = Static<typeof copyRequestSchema>;
