import type { Batch, BatchState } from "#shared/archive/batch.ts";
import type { Work } from "#renderer/db/work.ts";
import { readBatchDocuments, readBatchFiles } from "./batch-documents.ts";
import { readStanding } from "./page-edits.ts";

/** States at which it is noted who made what goes there. */
const notedAt: readonly BatchState[] = ["handed-over", "checking", "accepted"];
const mostNoted = 200;

/** Those who made the batch as far as it is known when it goes to a state: its listers, then those who captured of it. */
export async function makersOf(
  work: Work,
  batch: Pick<Batch, "id" | "makers">,
  to: BatchState,
): Promise<string[] | undefined> {
  if (!notedAt.includes(to)) return batch.makers;
  const makers = new Set(batch.makers);
  if (to === "handed-over") {
    for (const file of await readBatchFiles(work, batch.id)) makers.add(file.updatedBy);
  } else {
    for (const { item } of await readBatchDocuments(work, batch.id)) {
      for (const page of await readStanding(work, item.id)) makers.add(page.capturedBy);
    }
  }
  makers.delete("");
  return [...makers].slice(0, mostNoted);
}
