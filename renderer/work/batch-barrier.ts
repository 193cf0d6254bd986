import type { BatchState } from "#shared/archive/batch.ts";
import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Item } from "#shared/archive/item.ts";
import type { Passed } from "#shared/archive/passed.ts";
import { countCompleteness } from "#shared/completeness/count-batch.ts";
import { asksOf, inTheWay } from "#shared/rules/barrier.ts";
import type { BatchStepList } from "#shared/rules/batch-steps.ts";
import type { Work } from "#renderer/db/work.ts";
import { readBatchDocuments, readBatchFiles } from "./batch-documents.ts";
import { readStanding } from "./page-edits.ts";

/** The files of a batch that count, and the items in them. */
export type BatchContent = { files: ArchiveFile[]; items: Item[] };

export async function readContent(work: Work, batchId: string): Promise<BatchContent> {
  const files = await readBatchFiles(work, batchId);
  return { files, items: (await readBatchDocuments(work, batchId)).map(({ item }) => item) };
}

/** Whether a file of the batch is not yet where all have to be before it goes on to a state. */
export async function standsInTheWay(
  work: Work,
  batchId: string,
  to: BatchState,
  list: BatchStepList,
): Promise<boolean> {
  if (asksOf(to, list).length === 0) return false;
  const { files, items } = await readContent(work, batchId);
  const pages = (await Promise.all(items.map(({ id }) => readStanding(work, id)))).flat();
  return inTheWay(countCompleteness(files, items, pages).lacks, to, list).length > 0;
}

/** What is seen in a batch at its step: its files, and when what was ever kept back in it was so last. */
export function passedOf(to: BatchState, { files, items }: BatchContent): Passed {
  const holds = [...files, ...items].flatMap(({ id, held }) => (held ? [{ id, at: held.at }] : []));
  return { to, files: files.map(({ id }) => id), holds };
}
