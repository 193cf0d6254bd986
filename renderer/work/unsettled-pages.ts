import { stopOf, usualQuality, checkPage } from "#shared/rules/capture-quality.ts";
import type { Work } from "#renderer/db/work.ts";
import { readBatchDocuments } from "./batch-documents.ts";
import { readStanding } from "./page-edits.ts";

/** Whether a page of the batch was rejected, or breaks a rule of scans that nobody has let stand. */
export async function hasUnsettledPages(
  work: Work,
  batchId: string,
  quality = usualQuality,
): Promise<boolean> {
  for (const { item } of await readBatchDocuments(work, batchId)) {
    const pages = await readStanding(work, item.id);
    if (pages.some((page) => stopOf(page, checkPage(page, item.type, quality), false) !== "")) return true;
  }
  return false;
}
