import { isAccepted } from "#shared/archive/batch.ts";
import { refuseAcceptance } from "#shared/archive/check.ts";
import { fail, ok } from "#shared/base/result.ts";
import { usualQuality } from "#shared/rules/capture-quality.ts";
import { sample } from "#shared/text/vi/sample.ts";
import { acceptBatch } from "#renderer/work/accept-batch.ts";
import { readBatchDocuments } from "#renderer/work/batch-documents.ts";
import { keepHistory } from "#renderer/work/history.ts";
import { acceptPage } from "#renderer/work/judge-page.ts";
import { readStanding } from "#renderer/work/page-edits.ts";
import { sealBatch } from "#renderer/work/seal-batch.ts";
import { checkItem } from "#renderer/work/check-item.ts";
import { moveAlong, refused, tookTooLong } from "./begin-journey.ts";
import type { StepInput, StepResult } from "./step.ts";
import { waitUntil } from "./wait-until.ts";

const arrival = 120_000;

/** Accepts every page, passes every item of the batch and accepts it, as the district's checker. */
export async function acceptAll({ work, desk, loaded, report }: StepInput): Promise<StepResult> {
  const { batchId } = loaded;
  // What the machine found must have come from the desk to the screen before a person can see it.
  const documents = await waitUntil(desk, ["records.changed"], arrival, async () => {
    const here = await readBatchDocuments(work, batchId);
    return here.every(({ item }) => item.renditionDigest !== "") ? here : undefined;
  });
  if (!documents) return fail(tookTooLong);
  const refusal = await moveAlong(work, batchId, [{ to: "checking", as: "district-checker" }]);
  if (refusal) return fail(refused(refusal));
  for (const [at, { item }] of documents.entries()) {
    report(at + 1, documents.length);
    if (item.checkedAt !== "") continue;
    for (const page of await readStanding(work, item.id)) {
      const doing = { history: keepHistory(), label: "" };
      const judged = await acceptPage(work, doing, page.id, { as: "district-checker" });
      if (!judged.ok) {
        const { fault } = judged;
        return fail((words) => words.sample.problems.refused(words.quality.refusals[fault]));
      }
    }
    const answer = await checkItem(work, item.id, "district-checker", usualQuality, sample.approver);
    if (!answer.ok) {
      const { fault } = answer;
      return fail((words) => words.sample.problems.refused(words.check.refusals[fault]));
    }
  }
  const sealed = await waitUntil(desk, ["records.changed"], arrival, async () => {
    const whole = await desk.call("batches.completeness", { batchId });
    // The verdicts on pages may come to the desk after the items that were passed with them.
    const arrived = whole.passed.items >= documents.length && !refuseAcceptance(whole.lacks, {});
    return arrived ? await sealBatch(work, desk, batchId) : undefined;
  });
  if (!sealed) return fail(tookTooLong);
  const batch = await work.db.batches.findOne(batchId).exec();
  if (!batch || !isAccepted(batch.state)) {
    const answer = await acceptBatch(work, batchId, sealed, {}, "approver", usualQuality, sample.approver);
    if (!answer.ok) {
      const { fault } = answer;
      return fail((words) =>
        fault === "lacks-unexplained"
          ? words.sample.problems.refused(words.check.refusals[fault])
          : refused(fault)(words, String),
      );
    }
  }
  return ok({ say: (words, count) => words.sample.results.accept(count(documents.length)) });
}
