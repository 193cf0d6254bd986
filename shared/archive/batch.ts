import { type Static, Type } from "typebox";
import { recordFields } from "#shared/archive/record.ts";
import type { Role } from "#shared/archive/role.ts";
import { Choice, Count, Text } from "#shared/base/schema.ts";

export const batchStates = [
  "draft",
  "handed-over",
  "received",
  "capturing",
  "checking",
  "accepted",
  "returned",
] as const;

export type BatchState = (typeof batchStates)[number];

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
});

export type Batch = Static<typeof batchSchema>;

type Move = { from: BatchState; to: BatchState; roles: readonly Role[]; needsReason?: true };

/** Who may move a batch from where to where. Its author may take it back until it is received. */
export const batchMoves: readonly Move[] = [
  { from: "draft", to: "handed-over", roles: ["commune-preparer", "sorter", "district-checker"] },
  { from: "handed-over", to: "draft", roles: ["commune-preparer", "sorter", "district-checker"] },
  { from: "handed-over", to: "received", roles: ["district-checker", "capture-operator"] },
  { from: "received", to: "capturing", roles: ["capture-operator", "district-checker"] },
  { from: "capturing", to: "checking", roles: ["capture-operator", "district-checker"] },
  { from: "checking", to: "capturing", roles: ["capture-operator", "district-checker"] },
  { from: "received", to: "returned", roles: ["checker", "approver", "district-checker"], needsReason: true },
  {
    from: "capturing",
    to: "returned",
    roles: ["checker", "approver", "district-checker"],
    needsReason: true,
  },
  { from: "checking", to: "returned", roles: ["checker", "approver", "district-checker"], needsReason: true },
  { from: "checking", to: "accepted", roles: ["approver", "district-checker"] },
  { from: "returned", to: "handed-over", roles: ["commune-preparer", "sorter", "district-checker"] },
];

export type BatchRefusal =
  "not-a-step" | "not-your-role" | "reason-missing" | "batch-empty" | "pages-unsettled";

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
