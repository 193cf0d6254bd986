import { type Static, Type } from "typebox";
import { Choice } from "#shared/base/schema.ts";
import { faultCodes } from "#shared/contract/fault.ts";

const nothing = Type.Object({});

/** A stored object that waits for a person to say which item it belongs to. */
export const unmatchedSchema = Type.Object({
  digest: Type.String(),
  name: Type.String(),
  mediaType: Type.String(),
  pages: Type.Integer(),
  thumbDigest: Type.String(),
  receivedAt: Type.String(),
});

export type Unmatched = Static<typeof unmatchedSchema>;

export const importAnswerSchema = Type.Object({
  attached: Type.Array(
    Type.Object({
      name: Type.String(),
      itemId: Type.String(),
      pages: Type.Integer(),
      already: Type.Boolean(),
    }),
  ),
  unmatched: Type.Array(unmatchedSchema),
  /** Not taken, each with its reason; the object itself stays stored. */
  refused: Type.Array(Type.Object({ name: Type.String(), code: Choice(faultCodes), detail: Type.String() })),
});

export type ImportAnswer = Static<typeof importAnswerSchema>;

/** How far the work is, in all or for one item. */
export const workSchema = Type.Object({
  waiting: Type.Integer(),
  running: Type.Integer(),
  done: Type.Integer(),
  held: Type.Integer(),
});

export type Work = Static<typeof workSchema>;

export const heldJobSchema = Type.Object({
  id: Type.String(),
  step: Type.String(),
  subjectId: Type.String(),
  itemId: Type.String(),
  /** Why, as a page's hold. */
  reason: Type.String(),
  detail: Type.String(),
  since: Type.String(),
});

export type HeldJob = Static<typeof heldJobSchema>;

export const captureCalls = {
  /**
   * Attaches stored objects to items: to the given item, or by file name (`<mã hồ sơ>.<STT>.pdf` and the folder
   * patterns). Objects that no item is named by wait as unmatched.
   */
  "capture.import": {
    input: Type.Object({
      objects: Type.Array(
        Type.Object({
          digest: Type.String(),
          /** Path within what the person chose: `hop-01/H05….0000001.pdf`. */
          name: Type.String({ maxLength: 1000 }),
        }),
        { maxItems: 500 },
      ),
      /** Narrows matching to a batch's files; empty for all. */
      batchId: Type.Optional(Type.String()),
      /** Attach all to this item, in order of name. */
      itemId: Type.Optional(Type.String()),
    }),
    output: importAnswerSchema,
  },
  "capture.unmatched": { input: nothing, output: Type.Array(unmatchedSchema) },
  /**
   * The object with a page's own pixels, upright and as it is corrected, that a screen can show: the scan itself where
   * it is such. An empty digest where its bytes are not on this machine or cannot be read.
   */
  "capture.pageImage": {
    input: Type.Object({ pageId: Type.String() }),
    output: Type.Object({ digest: Type.String() }),
  },
  "jobs.summary": {
    input: nothing,
    output: Type.Object({
      total: workSchema,
      paused: Type.Boolean(),
      /** Items with work not done, first first, at most 200. */
      items: Type.Array(Type.Object({ itemId: Type.String(), work: workSchema })),
    }),
  },
  "jobs.held": { input: nothing, output: Type.Array(heldJobSchema) },
  "jobs.retry": { input: Type.Object({ id: Type.String() }), output: nothing },
  "jobs.pause": { input: Type.Object({ paused: Type.Boolean() }), output: nothing },
} as const;
