import { type Batch, type BatchRefusal, type BatchState } from "#shared/archive/batch.ts";
import { shortestJustification } from "#shared/archive/check.ts";
import { isHeld } from "#shared/archive/paper-hold.ts";
import type { Passed } from "#shared/archive/passed.ts";
import { may } from "#shared/archive/permissions.ts";
import type { Role } from "#shared/archive/role.ts";
import { fail, ok, type Result } from "#shared/base/result.ts";
import { passesFonds } from "#shared/replication/rule-barrier.ts";
import type { BatchStepList } from "#shared/rules/batch-steps.ts";
import type { CaptureQuality } from "#shared/rules/capture-quality.ts";
import { behindOf, isTogether } from "#shared/rules/fonds-barrier.ts";
import type { Work } from "#renderer/db/work.ts";
import { passedOf, readBeside, readContent, standsInTheWay } from "./batch-barrier.ts";
import { hasUnsettledPages } from "./unsettled-pages.ts";

/** States that no page with a blocking error comes to unexplained. */
const settledAt: readonly BatchState[] = ["checking", "accepted"];

/** How a step on is taken: in which role, by which rules, and what is written of why it goes all the same. */
export type OnwardStep = {
  to: BatchState;
  role: Role;
  reason: string;
  /** Why it goes before other batches of its fonds; at acceptance the only reason that counts for that. */
  past: string;
  list: BatchStepList;
  quality: CaptureQuality;
  /** The other batches of its fonds, where many are asked of at once; else they are read. */
  beside?: ((batchId: string) => Promise<Batch[]>) | undefined;
};

/**
 * Whether a batch may go on to a state as it is here: with nothing in it kept back, past its barriers, with the other
 * batches of its fonds; or with a checker's written reason. Answers what was seen, which goes with the step.
 */
export async function askOnward(
  work: Work,
  batchId: string,
  { to, role, reason, past, list, quality, beside: read }: OnwardStep,
): Promise<Result<{ passed?: Passed }, BatchRefusal>> {
  const explained = may(role, "justify") && reason.normalize("NFC").trim().length >= shortestJustification;
  const content = settledAt.includes(to) ? await readContent(work, batchId) : undefined;
  if (content && !explained && [...content.files, ...content.items].some(isHeld)) return fail("files-held");
  if (!explained && (await standsInTheWay(work, batchId, to, list))) return fail("barrier");
  const together = isTogether(to, list);
  const beside = together ? await (read?.(batchId) ?? readBeside(work, batchId)) : undefined;
  if (beside && !passesFonds(to, role, { reason, past }) && behindOf(beside, to).length > 0)
    return fail("fonds-behind");
  if (content && !explained && (await hasUnsettledPages(work, batchId, quality)))
    return fail("pages-unsettled");
  return ok(content || beside ? { passed: passedOf(to, content ?? nothing, beside) } : {});
}

const nothing = { files: [], items: [] };
