import type { Batch, BatchRefusal, BatchState } from "#shared/archive/batch.ts";
import type { Role } from "#shared/archive/role.ts";
import { fail, ok } from "#shared/base/result.ts";
import { readBatchDocuments, readBatchFiles } from "#renderer/work/batch-documents.ts";
import { importStored } from "#renderer/work/import-scans.ts";
import { moveBatch } from "#renderer/work/move-batch.ts";
import { receiveFiles } from "#renderer/work/receive-files.ts";
import type { Work } from "#renderer/db/work.ts";
import type { StepInput, StepProblem, StepResult } from "./step.ts";
import { waitUntil } from "./wait-until.ts";

const arrival = 120_000;

export const tookTooLong: StepProblem = (words) => words.sample.problems["took-too-long"];

export const refused =
  (refusal: BatchRefusal): StepProblem =>
  (words) =>
    words.sample.problems.refused(words.common.batchRefusals[refusal]);

/** Loads the sample at the desk and waits until its records have come to the screen. */
export async function loadSample({ work, desk, report }: StepInput): Promise<StepResult> {
  const stop = desk.on("sample.progress", ({ done, total }) => report(done, total));
  try {
    const loaded = await desk.call("sample.load", {});
    const { batchId } = loaded;
    const documents = await waitUntil(desk, ["records.changed"], arrival, async () => {
      const { listed } = await desk.call("batches.completeness", { batchId });
      const here = await readBatchDocuments(work, batchId);
      const batch = await work.db.batches.findOne(batchId).exec();
      return batch && listed.items > 0 && here.length >= listed.items ? here : undefined;
    });
    if (!documents) return fail(tookTooLong);
    const files = new Set(documents.map(({ file }) => file.id)).size;
    return ok({
      loaded,
      say: (words, count) =>
        words.sample.results.load(count(files), count(documents.length), count(loaded.scans.length)),
    });
  } finally {
    stop();
  }
}

/** Moves a batch along these states in turn, from wherever in them it is; a batch beyond them stays. */
export async function moveAlong(
  work: Work,
  batchId: string,
  way: readonly { to: BatchState; as: Role }[],
): Promise<BatchRefusal | undefined> {
  const batch = (await work.db.batches.findOne(batchId).exec())?.toJSON() as Batch | undefined;
  if (!batch) return "not-a-step";
  const order: readonly BatchState[] = [
    "returned",
    "draft",
    "handed-over",
    "received",
    "preparing",
    "capturing",
    "checking",
    "accepted",
    "packed",
    "sent",
    "acknowledged",
  ];
  for (const { to, as } of way) {
    if (order.indexOf(batch.state) >= order.indexOf(to)) continue;
    const answer = await moveBatch(work, batchId, to, "", as);
    if (!answer.ok) return answer.fault;
  }
  return undefined;
}

export async function handOver({ work, loaded }: StepInput): Promise<StepResult> {
  const refusal = await moveAlong(work, loaded.batchId, [{ to: "handed-over", as: "commune-preparer" }]);
  if (refusal) return fail(refused(refusal));
  return ok({ say: (words) => words.sample.results.handOver(work.profile.name) });
}

export async function receive({ work, loaded, report }: StepInput): Promise<StepResult> {
  const { batchId } = loaded;
  const received = await moveAlong(work, batchId, [{ to: "received", as: "district-checker" }]);
  if (received) return fail(refused(received));
  const files = await readBatchFiles(work, batchId);
  for (const [at, file] of files.entries()) {
    await receiveFiles(work, [file.id]);
    report(at + 1, files.length);
  }
  const capturing = await moveAlong(work, batchId, [{ to: "capturing", as: "capture-operator" }]);
  if (capturing) return fail(refused(capturing));
  return ok({ say: (words, count) => words.sample.results.receive(count(files.length)) });
}

export async function importSample({ desk, loaded, report }: StepInput): Promise<StepResult> {
  const { batchId, scans } = loaded;
  report(0, scans.length);
  const answer = await importStored(desk, scans, { batchId }, ({ done, total }) => report(done, total));
  const lost = answer.refused.length + answer.unmatched.length;
  if (lost > 0) return fail((words, count) => words.sample.problems.scans(count(lost)));
  const pages = answer.attached.reduce((sum, part) => sum + part.pages, 0);
  const items = new Set(answer.attached.map(({ itemId }) => itemId)).size;
  return ok({ say: (words, count) => words.sample.results.import(count(pages), count(items)) });
}
