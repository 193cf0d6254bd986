import { fail, ok } from "#shared/base/result.ts";
import { tookTooLong } from "./begin-journey.ts";
import type { StepInput, StepResult } from "./step.ts";
import { waitUntil } from "./wait-until.ts";

const longest = 20 * 60_000;

/** Waits while the desk measures, reads and makes PDF/A, until every listed item has one. */
export async function readPages({ desk, loaded, report }: StepInput): Promise<StepResult> {
  const { batchId } = loaded;
  await desk.call("jobs.pause", { paused: false });
  const end = await waitUntil(desk, ["jobs.changed", "records.changed"], longest, async () => {
    const [whole, jobs] = await Promise.all([
      desk.call("batches.completeness", { batchId }),
      desk.call("jobs.summary", {}),
    ]);
    const { total } = jobs;
    report(total.done, total.done + total.waiting + total.running + total.held);
    if (whole.captured.items >= whole.listed.items) return { whole, held: false };
    const resting = total.waiting + total.running === 0;
    const held = whole.lacks.some(({ code }) => code === "page-held" || code === "item-held");
    return resting && held ? { whole, held } : undefined;
  });
  if (!end) return fail(tookTooLong);
  if (end.held) return fail((words) => words.sample.problems.held);
  const { items, pages } = end.whole.captured;
  return ok({ say: (words, count) => words.sample.results.read(count(items), count(pages)) });
}
