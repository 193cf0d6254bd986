import { fail, ok } from "#shared/base/result.ts";
import { readBatchDocuments } from "#renderer/work/batch-documents.ts";
import { tookTooLong } from "./begin-journey.ts";
import type { StepInput, StepResult } from "./step.ts";
import { waitUntil } from "./wait-until.ts";

const longest = 10 * 60_000;

/** Syncs until the province has answered every PDF/A of the batch with its own SHA-256. */
export async function sendSample({ work, desk, loaded, report }: StepInput): Promise<StepResult> {
  const { province } = await desk.call("session.read", {});
  if (province.kind === "none") return fail((words) => words.sample.problems["no-province"]);
  const receipts = await waitUntil(desk, ["records.changed", "sync.changed"], longest, async () => {
    const status = await desk.call("sync.status", {});
    const documents = await readBatchDocuments(work, loaded.batchId);
    const received = documents.filter(({ item }) => item.receiptAt !== "").length;
    report(received + status.sentRecords, documents.length + status.totalRecords);
    const sent = status.sentRecords >= status.totalRecords && received === documents.length;
    if (sent) return received;
    if (status.state === "idle" || status.state === "waiting") await desk.call("sync.now", {});
    return undefined;
  });
  if (receipts === undefined) return fail(tookTooLong);
  return ok({ say: (words, count) => words.sample.results.send(count(receipts)) });
}
