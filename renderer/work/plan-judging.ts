import type { Batch } from "#shared/archive/batch.ts";
import { may } from "#shared/archive/permissions.ts";
import { fail, ok, type Result } from "#shared/base/result.ts";
import { planSample, type SampleState } from "#shared/rules/sampling.ts";
import { changeRecord, type Work } from "#renderer/db/work.ts";

/** Why a plan or its result was not written: no such batch; not this role's; decided already; not all judged yet. */
export type PlanRefusal = "not-found" | "not-your-role" | "decided" | "undecided";

/**
 * Writes how the pages of a batch's files that are not of permanent value are judged: a sample of the lot, drawn by a
 * fresh seed that is kept, or all of them. A plan can be changed until its result is written.
 */
export async function planJudgingOf(
  work: Work,
  batchId: string,
  plan: { lot: number; whole: boolean; limit?: string },
): Promise<Result<Batch, PlanRefusal>> {
  const batch = await readOpen(work, batchId);
  if (!batch.ok) return batch;
  const full = { samplePlan: "full", sampleSize: plan.lot, sampleAccept: 0 } as const;
  const { samplePlan, sampleSize, sampleAccept } = plan.whole ? full : planSample(plan.lot, plan.limit);
  return write(work, batchId, {
    samplePlan,
    sampleSize,
    sampleAccept,
    sampleSeed: samplePlan === "sample" ? work.id() : "",
    samplePlannedAt: work.now(),
    samplePlannedBy: work.profile.name,
    sampleRejected: 0,
    sampleResult: "",
  });
}

/** Writes what the sample says of its lot; a lot that failed is judged page by page from then on. */
export async function concludeSample(
  work: Work,
  batchId: string,
  state: SampleState,
): Promise<Result<Batch, PlanRefusal>> {
  const batch = await readOpen(work, batchId);
  if (!batch.ok) return batch;
  if (state.result === "" || batch.value.samplePlan !== "sample") return fail("undecided");
  return write(work, batchId, { sampleRejected: state.rejected, sampleResult: state.result });
}

async function readOpen(work: Work, batchId: string): Promise<Result<Batch, PlanRefusal>> {
  if (!may(work.profile.role, "plan-check")) return fail("not-your-role");
  const batch = (await work.db.batches.findOne(batchId).exec())?.toJSON() as Batch | undefined;
  if (!batch) return fail("not-found");
  return batch.sampleResult === "" ? ok(batch) : fail("decided");
}

async function write(
  work: Work,
  batchId: string,
  fields: Partial<Batch>,
): Promise<Result<Batch, PlanRefusal>> {
  const changed = await changeRecord(work, "batches", batchId, fields);
  return changed ? ok(changed) : fail("not-found");
}
