import type { Batch, BatchRefusal } from "#shared/archive/batch.ts";
import { refuseAcceptance } from "#shared/archive/check.ts";
import type { Lack } from "#shared/archive/completeness.ts";
import type { Role } from "#shared/archive/role.ts";
import { fail, type Result } from "#shared/base/result.ts";
import { usualQuality } from "#shared/rules/capture-quality.ts";
import type { Work } from "#renderer/db/work.ts";
import { moveBatch } from "./move-batch.ts";

export type AcceptRefusal = BatchRefusal | "lacks-unexplained";

/** Accepts a batch; where it lacks something, only with a written justification, which is kept as the reason. */
export async function acceptBatch(
  work: Work,
  batchId: string,
  lacks: readonly Lack[],
  reason = "",
  as: Role = work.profile.role,
  quality = usualQuality,
  by = work.profile.name,
): Promise<Result<Batch, AcceptRefusal>> {
  const refusal = refuseAcceptance(lacks, reason);
  if (refusal) return fail(refusal);
  return moveBatch(work, batchId, "accepted", reason, as, quality, by);
}
