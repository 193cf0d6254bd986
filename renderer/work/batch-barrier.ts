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

/** The other batches that hold files of a batch's fonds and stand. */
export async function readBeside(work: Work, batchId: string): Promise<Batch[]> {
  return await (
    await openBeside(work, [batchId])
  )(batchId);
}

/**
 * Of each of these batches the others that hold files of its fonds and stand. Where the files lie is read once for all of
 * them; how far each batch has come is read each time it is asked.
 */
export async function openBeside(
  work: Work,
  batchIds: readonly string[],
): Promise<(batchId: string) => Promise<Batch[]>> {
  const own = await Promise.all(batchIds.map((id) => readBatchFiles(work, id)));
  const fondsOf = new Map(batchIds.map((id, at) => [id, new Set(own[at]?.map(({ fondsId }) => fondsId))]));
  const held = new Map<string, Set<string>>();
  // One question a fonds, each a walk along the index: asked for several at once, RxDB looks at every file there is.
  for (const fondsId of new Set(own.flat().map((file) => file.fondsId)))
    for (const { batchId, withdrawn } of await readFondsFiles(work, fondsId))
      if (withdrawn === "") held.set(batchId, (held.get(batchId) ?? new Set()).add(fondsId));
  return async (batchId) => {
    const fonds = fondsOf.get(batchId) ?? new Set();
    const found = await work.db.batches.find({ sort: [{ number: "asc" }], index: ["number"] }).exec();
    return found
      .map((one) => one.toJSON() as Batch)
      .filter(({ id, withdrawn }) => id !== batchId && withdrawn === "")
      .filter(({ id }) => [...(held.get(id) ?? [])].some((one) => fonds.has(one)));
  };
}

async function readFondsFiles(
  work: Work,
  fondsId: string,
): Promise<Pick<ArchiveFile, "batchId" | "withdrawn">[]> {
  return work.db.files
    .find({ selector: { fondsId }, sort: [{ fondsId: "asc" }, { code: "asc" }], index: ["fondsId", "code"] })
    .exec();
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
