import { type Static, Type } from "typebox";
import { handoverOccasions, handoverSchema, partySchema } from "#shared/archive/handover.ts";
import { Choice, Measure } from "#shared/base/schema.ts";
import { formWordsSchema, madeFormSchema } from "#shared/contract/forms.ts";
import { attachedFileSchema } from "#shared/handover/attached-list.ts";
import { extraFileSchema, foundFileSchema } from "#shared/handover/count-against.ts";

const idSchema = Type.String({ minLength: 1, maxLength: 40 });

/** What can be said of a batch's next handover before a person adds to it. */
export const proposedMinutesSchema = Type.Object({
  files: Type.Integer(),
  boxes: Type.Integer(),
  leaves: Type.Integer(),
  objects: Type.Integer(),
  /** Sum of what is measured of its boxes, and how many of them are not measured. */
  metres: Type.Number(),
  unmeasured: Type.Integer(),
  dateSpan: Type.String(),
  /** Tình trạng tài liệu, as the files say. */
  condition: Type.String(),
});

export type ProposedMinutes = Static<typeof proposedMinutesSchema>;

const partiesSchema = Type.Object({ from: partySchema, to: partySchema });

/** What was counted so far and is not yet written into the minutes. */
export const countDraftSchema = Type.Object({
  found: Type.Array(foundFileSchema, { maxItems: 100_000 }),
  extras: Type.Array(extraFileSchema, { maxItems: 500 }),
});

export type CountDraft = Static<typeof countDraftSchema>;

const handoverAnswer = Type.Object({ handover: handoverSchema });

/** Minutes of handovers: made from a batch, counted against, printed, and kept as they were signed. */
export const handoverCalls = {
  /** The minutes of a batch that stand, the latest first; what new ones would say, and who would sign them. */
  "handovers.ofBatch": {
    input: Type.Object({ batchId: idSchema }),
    output: Type.Object({
      handovers: Type.Array(handoverSchema),
      proposed: proposedMinutesSchema,
      parties: Type.Object({
        "commune-to-center": partiesSchema,
        "center-to-contractor": partiesSchema,
        return: partiesSchema,
      }),
    }),
  },
  "handovers.make": {
    input: Type.Object({
      batchId: idSchema,
      occasion: Choice(handoverOccasions),
      from: partySchema,
      to: partySchema,
      subject: Type.String({ maxLength: 500 }),
      dateSpan: Type.String({ maxLength: 60 }),
      condition: Type.String({ maxLength: 1000 }),
      note: Type.String({ maxLength: 1000 }),
      metres: Measure(0, 99_999),
    }),
    output: Type.Union([
      handoverAnswer,
      Type.Object({ refused: Choice(["batch-empty", "party-missing", "same-as-before"]) }),
    ]),
  },
  /** One handover and its list as it was; no list where it is not on this machine and the files have changed since. */
  "handovers.read": {
    input: Type.Object({ id: idSchema }),
    output: Type.Object({
      handover: handoverSchema,
      list: Type.Union([Type.Array(attachedFileSchema), Type.Null()]),
      /** The codes of the fonds in the list, as the labels of their boxes carry them. */
      fonds: Type.Array(Type.Object({ id: Type.String(), code: Type.String() })),
      /** A count that was begun on this machine, whoever is at work now. */
      draft: countDraftSchema,
    }),
  },
  /** Keeps what was just counted, before the whole is written; `extras` are all of them. On the disk when answered. */
  "handovers.keepCount": {
    input: Type.Object({ id: idSchema, ...countDraftSchema.properties }),
    output: Type.Object({}),
  },
  "handovers.count": {
    input: Type.Object({ id: idSchema, ...countDraftSchema.properties }),
    output: Type.Union([
      handoverAnswer,
      Type.Object({ refused: Choice(["not-all-counted", "signed", "list-gone", "too-many"]) }),
    ]),
  },
  /** Both copies with the list, to print. Faults: `not-found` where the list is gone. */
  "handovers.form": {
    input: Type.Object({ id: idSchema, format: Choice(["pdf", "docx"]), words: formWordsSchema }),
    output: madeFormSchema,
  },
  /** Keeps the scan of the minutes as both sides signed them; it was stored as an object before. */
  "handovers.keepSigned": {
    input: Type.Object({ id: idSchema, digest: Type.String({ pattern: "^[0-9a-f]{64}$" }) }),
    output: Type.Union([handoverAnswer, Type.Object({ refused: Choice(["not-counted", "signed"]) })]),
  },
} as const;
