import type { Batch } from "#shared/archive/batch.ts";
import { noSeal } from "#shared/archive/decision.ts";
import { editRecord, type Stamp } from "#shared/archive/record.ts";
import { packClocks, unpackClocks } from "#shared/base/clock.ts";
import { isSealed } from "#shared/replication/rule-frozen.ts";
import type { SealVerdict } from "#shared/replication/rule-seal.ts";

/** What an authority that never saw a batch takes in of it, and what its push becomes. */
export type Unseen = {
  /** The batch as it was before its acceptance: by it the content that was accepted is let in. */
  opened: Batch;
  /** The ruling on the acceptance itself, where it does not wait. */
  ruled: Batch | undefined;
};

/**
 * What becomes of an accepted batch that an authority never saw, by how what it holds of its content stands to what was
 * accepted: with records lacking only the batch is taken and its acceptance waits; where the content differs it is
 * refused. Nothing where all that is as it is `asked` without that: it is the same, is refused for another reason, or no
 * state before it can be told.
 */
export function ruleUnseen(
  batch: Batch,
  asked: object,
  verdict: SealVerdict | undefined,
  stamp: () => Stamp,
): Unseen | undefined {
  if (verdict !== "lacks" && verdict !== "differs") return undefined;
  if (!("state" in asked) || asked.state !== batch.state) return undefined;
  const opened = beforeAcceptance(batch);
  if (!opened) return undefined;
  if (verdict === "lacks") return { opened, ruled: undefined };
  const { state, seal, steps, decidedAt, decidedBy, reason } = opened;
  const kept = {
    state,
    ...(seal ? { seal } : {}),
    ...(steps ? { steps } : {}),
    decidedAt,
    decidedBy,
    reason,
  };
  return { opened, ruled: editRecord(batch, { ...kept, refusal: "seal-differs" }, stamp()) };
}

/**
 * A batch as it was before the acceptance that it bears, at its check: what the acceptance wrote is put back at the
 * earliest clock of the batch, so that the acceptance and any true earlier state win wherever they are merged with it.
 * Nothing where the acceptance is as early as anything in it.
 */
export function beforeAcceptance(batch: Batch): Batch | undefined {
  if (!isSealed(batch)) return undefined;
  const clocks = unpackClocks(batch.clocks, Object.keys(batch));
  const earliest = [...clocks.values()].reduce((one, other) => (other < one ? other : one));
  const { steps = [], seal } = batch;
  const at = steps.findLastIndex(({ decision }) => decision?.digest === seal?.digest);
  const before: Partial<Batch> = {
    state: "checking",
    seal: noSeal,
    ...(batch.steps ? { steps: at < 0 ? [] : steps.slice(0, at) } : {}),
    ...{ decidedAt: "", decidedBy: "", reason: "" },
  };
  // What is as old as the batch itself was there before its acceptance.
  const written = Object.entries(before).filter(([field]) => clocks.get(field) !== earliest);
  if (!written.some(([field]) => field === "state") || !written.some(([field]) => field === "seal"))
    return undefined;
  for (const [field] of written) clocks.set(field, earliest);
  return { ...batch, ...Object.fromEntries(written), clocks: packClocks(clocks) };
}

/** Whether what an authority holds of a batch is still what it took in of this acceptance: it has seen no other step. */
export function isStillUnseen(stored: Batch, batch: Batch): boolean {
  const opened = beforeAcceptance(batch);
  if (!opened || stored.state !== opened.state) return false;
  const clocks = [stored, opened].map((one) => unpackClocks(one.clocks, ["state", "seal"]));
  return ["state", "seal"].every((field) => clocks[0]?.get(field) === clocks[1]?.get(field));
}
