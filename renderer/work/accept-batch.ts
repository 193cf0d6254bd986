import type { Batch, BatchRefusal } from "#shared/archive/batch.ts";
import { refuseAcceptance } from "#shared/archive/check.ts";
import { type Reasons, reasonsOf } from "#shared/archive/decision.ts";
import { makeDecision } from "#shared/completeness/make-decision.ts";
import type { Role } from "#shared/archive/role.ts";
import { fail, type Result } from "#shared/base/result.ts";
import type { CallOutput } from "#shared/contract/desk.ts";
import { usualSteps } from "#shared/rules/batch-steps.ts";
import { usualQuality } from "#shared/rules/capture-quality.ts";
import type { Work } from "#renderer/db/work.ts";
import { moveBatch } from "./move-batch.ts";

export type AcceptRefusal = BatchRefusal | "lacks-unexplained";

/** A batch as the desk sealed it: what is accepted is this and nothing else. */
export type SealedBatch = CallOutput<"batches.seal">;

/**
 * Accepts a batch as it was sealed; where it lacks something, only with a written reason for each kind, which are kept
 * with the figures of that moment. `past` says why it goes before other batches of its fonds, where it does: a reason of
 * its own, kept as such.
 */
export async function acceptBatch(
  work: Work,
  batchId: string,
  { completeness, seal, records }: SealedBatch,
  reasons: Reasons = {},
  as: Role = work.profile.role,
  quality = usualQuality,
  by = work.profile.name,
  list = usualSteps,
  past = "",
): Promise<Result<Batch, AcceptRefusal>> {
  const refusal = refuseAcceptance(completeness.lacks, reasons);
  if (refusal) return fail(refusal);
  const decision = makeDecision(completeness, reasons, { digest: seal.digest, records });
  const reason = reasonsOf(Object.fromEntries(decision.lacks.map(({ code, why }) => [code, why])));
  return moveBatch(work, batchId, "accepted", reason, as, {
    quality,
    by,
    list,
    past,
    decided: { decision, seal },
  });
}
