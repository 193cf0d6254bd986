import {
  type Batch,
  type BatchRefusal,
  type BatchState,
  goesOn,
  isAccepted,
  isOwnWork,
  keptSteps,
  type MassStep,
  refuseMove,
} from "#shared/archive/batch.ts";
import { type Decision, noSeal, type Seal } from "#shared/archive/decision.ts";
import { isHeld } from "#shared/archive/paper-hold.ts";
import type { Role } from "#shared/archive/role.ts";
import { fail, ok, type Result } from "#shared/base/result.ts";
import { refuseByList } from "#shared/rules/own-steps.ts";
import { usualSteps } from "#shared/rules/batch-steps.ts";
import { usualQuality } from "#shared/rules/capture-quality.ts";
import { changeRecord, type Work } from "#renderer/db/work.ts";
import { askOnward, type OnwardStep } from "./ask-onward.ts";
import { readBatchDocuments } from "./batch-documents.ts";
import { makersOf } from "./makers-of.ts";

type Moved = Pick<Batch, "state"> & Partial<Batch>;

/** What a step decided upon: the figures at that moment, and where it accepts the seal of what is accepted. */
export type Decided = { decision: Decision; seal?: Seal };

/** What else a step is taken with. */
export type Taking = {
  /** The rules of scans, and the list of steps, in force. */
  quality?: typeof usualQuality;
  list?: typeof usualSteps;
  /** Who takes it, where one person plays all. */
  by?: string;
  decided?: Decided | undefined;
  /** Why it is taken before other batches of its fonds, where it is. */
  past?: string;
  /** The other batches of a batch's fonds, where many batches are moved at once; else they are read for each. */
  beside?: OnwardStep["beside"];
  /** The act of which it is part, where many batches take it at once. */
  act?: string;
};

/**
 * Moves a batch to another state in the role of the person at work (or `as` another, where one person plays all),
 * and notes who did it and when. On to its check, and to acceptance, it goes with pages that were rejected or break a
 * rule of scans (`quality`), or with files before a barrier (of `list`), only where a checker writes why, and never to acceptance by who made it (`by` is another
 * where one person plays all). Answers the batch as it then is, or why it may not move.
 */
export async function moveBatch(
  work: Work,
  batchId: string,
  to: BatchState,
  reason = "",
  as: Role = work.profile.role,
  taking: Taking = {},
): Promise<Result<Batch, BatchRefusal>> {
  const { quality = usualQuality, list = usualSteps, by = work.profile.name, decided, act } = taking;
  const batch = await work.db.batches.findOne(batchId).exec();
  if (!batch) return fail("not-a-step");
  const why = reason.normalize("NFC").trim();
  const past = (taking.past ?? "").normalize("NFC").trim();
  const refusal = refuseMove(batch.state, to, as, why) ?? refuseByList(list, batch.scope, to, as);
  if (refusal) return fail(refusal);
  if (isHeld(batch) && goesOn(batch.state, to)) return fail("batch-held");
  if (to === "handed-over" && !(await holdsFiles(work, batchId))) return fail("batch-empty");
  const makers = await makersOf(work, batch, to);
  const made = { handedOverBy: batch.handedOverBy, ...(makers ? { makers } : {}) };
  if (to === "accepted" && batch.state === "checking" && isOwnWork(made, by)) return fail("own-work");
  if (to === "acknowledged" && (await lacksReceipts(work, batchId))) return fail("receipts-missing");
  const asked = { to, role: as, reason: why, past, list, quality, beside: taking.beside };
  const onward = goesOn(batch.state, to) ? await askOnward(work, batchId, asked) : ok({});
  if (!onward.ok) return onward;
  const taken = { to, at: work.now(), by, role: as, reason: why, list: list.version };
  const changes = changesOf(batch.state, to, why, { at: work.now(), by });
  const step = {
    ...taken,
    ...(decided ? { decision: decided.decision } : {}),
    // Said also where it is empty: by that an authority knows a version that asks for it.
    ...(to === "accepted" || past !== "" ? { past } : {}),
    ...(act === undefined
      ? {}
      : { mass: { id: act, from: batch.state, before: writtenOver(batch.toJSON() as Batch, changes) } }),
  };
  const changed = await changeRecord(work, "batches", batchId, {
    ...changes,
    ...(makers ? { makers } : {}),
    ...(to === "accepted" && decided?.seal ? { seal: decided.seal } : {}),
    ...(isAccepted(batch.state) && !isAccepted(to) ? { seal: noSeal } : {}),
    ...onward.value,
    steps: [...(batch.steps ?? []), step].slice(-keptSteps),
  });
  return changed ? ok(changed) : fail("not-a-step");
}

function changesOf(
  from: BatchState,
  to: BatchState,
  reason: string,
  { at, by }: { at: string; by: string },
): Moved {
  switch (to) {
    case "draft":
      return { state: to, handedOverAt: "", handedOverBy: "" };
    case "handed-over":
      return { state: to, handedOverAt: at, handedOverBy: by, receivedAt: "", receivedBy: "", ...undecided };
    case "received":
      return { state: to, receivedAt: at, receivedBy: by };
    case "preparing":
    case "capturing":
    case "packed":
    case "sent":
    case "acknowledged":
      return reason === "" ? { state: to } : { state: to, reason };
    case "checking":
      // Why unsettled pages went along, where they did.
      return reason === "" ? { state: to } : { state: to, reason };
    case "accepted":
      // Unpacked again, it stays accepted by whom it was.
      if (from === "packed") return { state: to, reason };
      return { state: to, decidedAt: at, decidedBy: by, reason };
    case "returned":
      return { state: to, decidedAt: at, decidedBy: by, reason };
  }
}

/** What a step sets of a batch, as it was before. */
function writtenOver(batch: Batch, changes: Moved): MassStep["before"] {
  const fields = Object.keys(undecided).concat("handedOverAt", "handedOverBy", "receivedAt", "receivedBy");
  const before = Object.entries(batch).filter(([field]) => fields.includes(field) && field in changes);
  return Object.fromEntries(before);
}

const undecided = { decidedAt: "", decidedBy: "", reason: "" };

async function holdsFiles(work: Work, batchId: string): Promise<boolean> {
  const found = await work.db.files.find({ selector: { batchId, withdrawn: "" }, limit: 1 }).exec();
  return found.length > 0;
}

async function lacksReceipts(work: Work, batchId: string): Promise<boolean> {
  const documents = await readBatchDocuments(work, batchId);
  return documents.some(
    ({ item }) => item.receiptDigest === "" || item.receiptDigest !== item.renditionDigest,
  );
}
