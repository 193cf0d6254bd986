import { type Static, Type } from "typebox";
import { dueProperties } from "#shared/archive/batch-due.ts";
import { decisionSchema, sealSchema } from "#shared/archive/decision.ts";
import { paperHoldSchema } from "#shared/archive/paper-hold.ts";
import { passedSchema } from "#shared/archive/passed.ts";
import { permissions } from "#shared/archive/permissions.ts";
import { recordFields } from "#shared/archive/record.ts";
import { type Role, roleSchema } from "#shared/archive/role.ts";
import { Choice, Count, Text } from "#shared/base/schema.ts";

export const batchStates = [
  "draft",
  "handed-over",
  "received",
  "preparing",
  "capturing",
  "checking",
  "accepted",
  "returned",
  "packed",
  "sent",
  "acknowledged",
] as const;

export type BatchState = (typeof batchStates)[number];

/**
 * That a step was taken by many batches in one act, and what it wrote over, so that the act can be taken back as a whole:
 * the state before, and the fields that were set.
 */
const massStepSchema = Type.Object({
  /** The act, the same in all batches that took part. */
  id: Text(40),
  from: Choice(batchStates),
  before: Type.Object({
    handedOverAt: Type.Optional(Text(30)),
    handedOverBy: Type.Optional(Text(200)),
    receivedAt: Type.Optional(Text(30)),
    receivedBy: Type.Optional(Text(200)),
    decidedAt: Type.Optional(Text(30)),
    decidedBy: Type.Optional(Text(200)),
    reason: Type.Optional(Text(2000)),
  }),
});

export type MassStep = Static<typeof massStepSchema>;

/**
 * A step that a batch took: to which state, when, by whom in which role, and why where a reason was asked for; where
 * it decides on the batch, with what was decided upon.
 */
export const batchStepSchema = Type.Object({
  to: Choice(batchStates),
  at: Text(30),
  by: Text(200),
  role: roleSchema,
  reason: Text(2000),
  decision: Type.Optional(decisionSchema),
  /**
   * Why it was taken before other batches of its fonds, where all take it together and some were not ready; empty where
   * an acceptance was not. Steps of earlier versions have none.
   */
  past: Type.Optional(Text(500)),
  /** The version of the list of steps that it was taken under; steps of earlier versions have none. */
  list: Type.Optional(Type.Integer({ minimum: 1 })),
  /** Where many batches took it at once. */
  mass: Type.Optional(massStepSchema),
  /** The act of many that this step takes back. */
  undoes: Type.Optional(Text(40)),
});

/** A letter of what lacks (thông báo bổ sung) as it was made: how much it asks for, and by which day. */
export const shortageNoteSchema = Type.Object({
  at: Text(30),
  by: Text(200),
  count: Count(9_999_999),
  before: Text(10),
  /** SHA-256 of the document. */
  digest: Text(64),
});

/** How many steps are kept with a batch, the last ones; the journal has them all. */
export const keptSteps = 100;

/** A batch (đợt): the unit in which files travel from the commune to the center and are checked. */
export const batchSchema = Type.Object({
  ...recordFields,
  /** Number within the unit and year: `2025-003`. */
  number: Text(20),
  name: Type.String({ maxLength: 200 }),
  state: Choice(batchStates),
  handedOverAt: Text(30),
  handedOverBy: Text(200),
  receivedAt: Text(30),
  receivedBy: Text(200),
  decidedAt: Text(30),
  decidedBy: Text(200),
  /** Why it was returned, or what was accepted although lacking. */
  reason: Text(2000),
  /** A step that the authority refused, and why (a code); empty when none. */
  refusal: Text(100),
  /** Whether every page is looked at, or a sample drawn by `sampleSeed`; empty before it was planned. */
  samplePlan: Choice(["", "full", "sample"]),
  /** Pages in the sample, and how many of them may be rejected before the whole lot is looked at. */
  sampleSize: Count(99999),
  sampleAccept: Count(9999),
  sampleSeed: Text(40),
  samplePlannedAt: Text(30),
  samplePlannedBy: Text(200),
  /** How many of the sample were rejected, and what that means for the lot; empty before the decision. */
  sampleRejected: Count(99999),
  sampleResult: Choice(["", "passed", "failed"]),
  note: Text(2000),
  /** Why the whole batch is kept back; batches that never were have none. */
  held: Type.Optional(paperHoldSchema),
  /** Days of its own by which it is to have come to its steps; batches that go by the list of steps have none. */
  ...dueProperties,
  /** Who listed or captured what is in it: none of them accepts it. Records of earlier versions have none. */
  makers: Type.Optional(Type.Array(Text(200), { maxItems: 200 })),
  /** What was accepted, while it stands accepted; batches that never were have none. */
  seal: Type.Optional(sealSchema),
  /** The letters of what lacks that were made, the last ones; batches without have none. */
  letters: Type.Optional(Type.Array(shortageNoteSchema, { maxItems: 50 })),
  /** Reworks that were closed when it was accepted, for who holds them as open still; batches without have none. */
  settled: Type.Optional(Type.Array(Text(40), { maxItems: 10_000 })),
  /** What was seen at its last step on to its check or acceptance; records of earlier versions have none. */
  passed: Type.Optional(passedSchema),
  /** The steps it took, the first first; records of earlier versions have none. */
  steps: Type.Optional(Type.Array(batchStepSchema, { maxItems: keptSteps })),
});

export type Batch = Static<typeof batchSchema>;

type Move = { from: BatchState; to: BatchState; roles: readonly Role[]; needsReason?: true };

const { receive, prepare, capture, accept, reopen, pack } = permissions;
const listing = permissions["hand-over"];
const deciding = permissions["send-back"];
const capturing = ["capture-operator", "checker", "district-checker"] as const;

/**
 * Who may move a batch from where to where. Its author may take it back until it is received. Preparing may be passed
 * over where the paper needs none, and is come back to with a reason.
 */
export const batchMoves: readonly Move[] = [
  { from: "draft", to: "handed-over", roles: listing },
  { from: "handed-over", to: "draft", roles: listing },
  { from: "handed-over", to: "received", roles: receive },
  { from: "received", to: "preparing", roles: prepare },
  { from: "received", to: "capturing", roles: capture },
  { from: "preparing", to: "capturing", roles: prepare },
  { from: "capturing", to: "preparing", roles: prepare, needsReason: true },
  { from: "capturing", to: "checking", roles: capturing },
  { from: "checking", to: "capturing", roles: capturing },
  { from: "received", to: "returned", roles: deciding, needsReason: true },
  { from: "preparing", to: "returned", roles: deciding, needsReason: true },
  { from: "capturing", to: "returned", roles: deciding, needsReason: true },
  { from: "checking", to: "returned", roles: deciding, needsReason: true },
  { from: "checking", to: "accepted", roles: accept },
  { from: "accepted", to: "checking", roles: reopen, needsReason: true },
  { from: "returned", to: "handed-over", roles: listing },
  { from: "accepted", to: "packed", roles: pack },
  { from: "packed", to: "accepted", roles: pack, needsReason: true },
  { from: "packed", to: "sent", roles: pack },
  { from: "sent", to: "packed", roles: pack, needsReason: true },
  { from: "sent", to: "acknowledged", roles: pack },
];

/** Whether a batch in this state was accepted and stands so, however far it has gone since. */
export function isAccepted(state: string): boolean {
  return state === "accepted" || state === "packed" || state === "sent" || state === "acknowledged";
}

/** Whether a batch in this state is packed, or further on. */
export function isPacked(state: BatchState): boolean {
  return isAccepted(state) && state !== "accepted";
}

/** Whether a step brings a batch further on its way; giving it back, or going back a step, does not. */
export function goesOn(from: BatchState, to: BatchState): boolean {
  if (to === "returned" || to === "draft") return false;
  return from === "returned" || batchStates.indexOf(to) > batchStates.indexOf(from);
}

/** Whether a person is kept from accepting a batch: they listed it, handed it over or captured of it. */
export function isOwnWork(batch: Pick<Batch, "handedOverBy" | "makers">, person: string): boolean {
  return person !== "" && (person === batch.handedOverBy || batch.makers?.includes(person) === true);
}

/** How often a batch was returned to whom it came from; a return that was taken back counts as none. */
export function timesReturned({ steps = [] }: Pick<Batch, "steps">): number {
  const undone = new Set(steps.flatMap(({ undoes }) => undoes ?? []));
  const stands = (mass?: MassStep) => mass === undefined || !undone.has(mass.id);
  return steps.filter(({ to, undoes, mass }) => to === "returned" && !undoes && stands(mass)).length;
}

export type BatchRefusal =
  | "not-a-step"
  | "not-your-role"
  | "step-left-out"
  | "role-not-listed"
  | "reason-missing"
  | "batch-empty"
  | "pages-unsettled"
  | "batch-held"
  | "files-held"
  | "barrier"
  | "fonds-behind"
  | "own-work"
  | "rework-open"
  | "seal-differs"
  | "seal-lacks"
  | "receipts-missing"
  | "moved-since";

/** Whether a person of this role may move a batch; `undefined` means yes. */
export function refuseMove(
  from: BatchState,
  to: BatchState,
  role: Role,
  reason: string,
): BatchRefusal | undefined {
  const move = batchMoves.find((known) => known.from === from && known.to === to);
  if (!move) return "not-a-step";
  if (!move.roles.includes(role)) return "not-your-role";
  if (move.needsReason && reason.trim() === "") return "reason-missing";
  return undefined;
}
