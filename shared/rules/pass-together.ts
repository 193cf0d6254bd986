import type { Batch } from "#shared/archive/batch.ts";
import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Item } from "#shared/archive/item.ts";
import { isJudgedWhole } from "./judging.ts";

/** What of an item and its file says whether it may be passed with others. */
type Passable = { file: Pick<ArchiveFile, "retention">; item: Pick<Item, "checkedAt"> };

/**
 * Why no items of a batch are passed together: its plan has no sample that stands for the rest, or that is not passed
 * yet. Nothing where they may be.
 */
export function refuseTogether(
  batch: Pick<Batch, "samplePlan" | "sampleResult">,
): "no-sample" | "sample-open" | undefined {
  if (batch.samplePlan !== "sample" || batch.sampleResult === "failed") return "no-sample";
  return batch.sampleResult === "passed" ? undefined : "sample-open";
}

/**
 * The items of a batch that are not passed yet: those that may be passed `together`, and those to be opened one by one,
 * for they are of permanent value or the plan has every page looked at.
 */
export function sortTogether<Document extends Passable>(
  batch: Pick<Batch, "samplePlan" | "sampleResult">,
  documents: readonly Document[],
): { together: Document[]; oneByOne: Document[] } {
  const waiting = documents.filter(({ item }) => item.checkedAt === "");
  if (refuseTogether(batch) !== undefined) return { together: [], oneByOne: waiting };
  return {
    together: waiting.filter(({ file }) => !isJudgedWhole(file, batch)),
    oneByOne: waiting.filter(({ file }) => isJudgedWhole(file, batch)),
  };
}
