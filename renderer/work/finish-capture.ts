import { type Batch, type BatchRefusal, refuseMove } from "#shared/archive/batch.ts";
import { may } from "#shared/archive/permissions.ts";
import { shortestJustification } from "#shared/archive/check.ts";
import type { Lack } from "#shared/archive/lack.ts";
import { fail, type Result } from "#shared/base/result.ts";
import { usualSteps } from "#shared/rules/batch-steps.ts";
import { usualQuality } from "#shared/rules/capture-quality.ts";
import type { Work } from "#renderer/db/work.ts";
import { moveBatch } from "./move-batch.ts";

/** The lacks that keep a batch at the capture station: pages that break a rule or were rejected. */
export function unsettled(lacks: readonly Lack[]): Lack[] {
  return lacks.filter(({ code }) => code === "page-rejected" || code === "page-faulty");
}

/**
 * Moves a batch from the capture station on to its check. While pages are unsettled only a checker moves it, and
 * writes why; the reason is kept with the batch.
 */
export async function finishCapture(
  work: Work,
  batchId: string,
  lacks: readonly Lack[],
  reason = "",
  quality = usualQuality,
  list = usualSteps,
): Promise<Result<Batch, BatchRefusal>> {
  const batch = await work.db.batches.findOne(batchId).exec();
  if (!batch) return fail("not-a-step");
  const refusal = refuseMove(batch.state, "checking", work.profile.role, reason);
  if (refusal) return fail(refusal);
  const explained =
    may(work.profile.role, "justify") && reason.normalize("NFC").trim().length >= shortestJustification;
  if (unsettled(lacks).length > 0 && !explained) return fail("pages-unsettled");
  return moveBatch(work, batchId, "checking", reason, undefined, { quality, list });
}
