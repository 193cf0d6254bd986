import type { Batch, BatchState } from "#shared/archive/batch.ts";
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

/** Batches whose files are asked for at one time. */
const atOnce = 20;

/** The other batches that hold files of a batch's fonds and stand. */
export async function readBeside(work: Work, batchId: string): Promise<Batch[]> {
  const own = await readBatchFiles(work, batchId);
  const fonds = { $in: [...new Set(own.map(({ fondsId }) => fondsId))] };
  const found = await work.db.batches.find({ sort: [{ number: "asc" }], index: ["number"] }).exec();
  const others = found
    .map((one) => one.toJSON() as Batch)
    .filter(({ id, withdrawn }) => id !== batchId && withdrawn === "");
  const beside: Batch[] = [];
  for (let at = 0; at < others.length; at += atOnce) {
    const slice = others.slice(at, at + atOnce).map(async (other) => {
      const selector = { batchId: other.id, fondsId: fonds, withdrawn: "" };
      return (await work.db.files.find({ selector, limit: 1 }).exec()).length > 0 ? [other] : [];
    });
    beside.push(...(await Promise.all(slice)).flat());
  }
  return beside;
}

/**
 * What is seen at a batch's step: its files, when what was ever kept back in it was so last, and the other batches of its
 * fonds where all take the step together.
 */
export function passedOf(
  to: BatchState,
  { files, items }: BatchContent,
  beside: readonly Batch[] | undefined,
): Passed {
  const holds = [...files, ...items].flatMap(({ id, held }) => (held ? [{ id, at: held.at }] : []));
  const seen = { to, files: files.map(({ id }) => id), holds };
  return beside ? { ...seen, beside: beside.map(({ id }) => id) } : seen;
}
