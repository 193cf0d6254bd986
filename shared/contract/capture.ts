import { type Static, Type } from "typebox";
import { pageSides } from "#shared/archive/page.ts";
import { Choice } from "#shared/base/schema.ts";
import { sheetRefusals } from "#shared/capture/part-stack.ts";
import { faultCodes } from "#shared/contract/fault.ts";

const nothing = Type.Object({});

/** Pages of a stored object that wait for a person to say which item they belong to, or a separator that was met. */
export const unmatchedSchema = Type.Object({
  digest: Type.String(),
  name: Type.String(),
  mediaType: Type.String(),
  /** Bytes of the whole object. */
  size: Type.Integer(),
  /** The first of its pages that wait, from 0, and how many do. */
  page: Type.Integer(),
  pages: Type.Integer(),
  kind: Choice(["pages", "separator"]),
  /** Of a separator: the item it leads to, and why it was not followed. */
  itemId: Type.String(),
  refusal: Choice(sheetRefusals),
  /** The file whose separator came before, or that a separator leads to. */
  fileId: Type.String(),
  batchId: Type.String(),
  thumbDigest: Type.String(),
  receivedAt: Type.String(),
  /** The page that it is by its device's log, and the device; absent for what was chosen by hand. */
  pageId: Type.Optional(Type.String()),
  scanner: Type.Optional(Type.String()),
  side: Type.Optional(Choice(pageSides)),
});

export type Unmatched = Static<typeof unmatchedSchema>;

export const importAnswerSchema = Type.Object({
  attached: Type.Array(
    Type.Object({
      name: Type.String(),
      itemId: Type.String(),
      pages: Type.Integer(),
      already: Type.Boolean(),
      /** Of one with the very bytes of standing pages that came under another name: that name, and the object. */
      sameAs: Type.Optional(Type.Object({ name: Type.String(), digest: Type.String() })),
    }),
  ),
  unmatched: Type.Array(unmatchedSchema),
  /** The separators among what came in, in their order. */
  separators: Type.Array(unmatchedSchema),
  /** Not taken, each with its reason; the object itself stays stored. */
  refused: Type.Array(Type.Object({ name: Type.String(), code: Choice(faultCodes), detail: Type.String() })),
});

export type ImportAnswer = Static<typeof importAnswerSchema>;

const countedSchema = {
  unit: Choice(["leaf", "page"]),
  found: Type.Integer(),
  /** As listed; 0 where it is not. */
  expected: Type.Integer(),
  state: Choice(["none", "short", "equal", "over", "unlisted"]),
};

/** A batch's pages against its list, and what their order and counts say. */
export const matchingSchema = Type.Object({
  /** The item that got the newest of the standing pages; empty where there are none. */
  latestItemId: Type.String(),
  items: Type.Array(Type.Object({ itemId: Type.String(), pages: Type.Integer(), ...countedSchema })),
  files: Type.Array(Type.Object({ fileId: Type.String(), ...countedSchema })),
  /** Items that probably hold the pages of the next ones, whose separator was missed. */
  suspected: Type.Array(
    Type.Object({
      itemId: Type.String(),
      unit: Choice(["leaf", "page"]),
      found: Type.Integer(),
      expected: Type.Integer(),
      emptyIds: Type.Array(Type.String()),
      /** The place, from 0, of the first page that is too many. */
      from: Type.Integer(),
    }),
  ),
  /** Where waiting pages would go by the order of the list; `keys` are those of `keyOfArrival`. */
  proposed: Type.Array(
    Type.Object({
      /** 0-1 */
      sureness: Type.Number(),
      proposals: Type.Array(
        Type.Object({
          itemId: Type.String(),
          keys: Type.Array(Type.String()),
          pages: Type.Integer(),
          expected: Type.Integer(),
        }),
      ),
    }),
  ),
});

export type Matching = Static<typeof matchingSchema>;

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
          /** The page that it is by its device's log; absent for what was chosen by hand. */
          pageId: Type.Optional(Type.String({ maxLength: 100 })),
        }),
        { maxItems: 500 },
      ),
      /** Narrows matching to a batch's files; empty for all. */
      batchId: Type.Optional(Type.String()),
      /** Attach all to this item, in order of name, up to the first separator. */
      itemId: Type.Optional(Type.String()),
      /**
       * The stack of paper that these are of, an id of the caller's making: the objects are taken in the order given
       * instead of that of their names, and what a separator said holds on into the next call for the stack.
       */
      stack: Type.Optional(Type.String({ maxLength: 100 })),
    }),
    output: importAnswerSchema,
  },
  /** Counts the pages of stored objects, for pages that the screen lays into items itself. */
  "capture.inspect": {
    input: Type.Object({ objects: Type.Array(Type.Object({ digest: Type.String(), name: Type.String() })) }),
    output: Type.Object({
      read: Type.Array(
        Type.Object({
          digest: Type.String(),
          name: Type.String(),
          size: Type.Integer(),
          mediaType: Type.String(),
          pages: Type.Integer(),
        }),
      ),
      refused: importAnswerSchema.properties.refused,
    }),
  },
  /** Says which page records the screen made of what waited: it is in sight again once they are undone. */
  "capture.laid": {
    input: Type.Object({
      digest: Type.String(),
      name: Type.String(),
      page: Type.Integer(),
      pageId: Type.Optional(Type.String()),
      pageIds: Type.Array(Type.String()),
    }),
    output: nothing,
  },
  "capture.matching": { input: Type.Object({ batchId: Type.String() }), output: matchingSchema },
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
