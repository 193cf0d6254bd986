import { isDigest } from "#shared/base/digest.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import { jobId } from "#shared/pipeline/job.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { type OutputOf, pageTask, type StepPool } from "./perform.ts";

export type PageImageParts = {
  journal: Pick<Journal, "read">;
  objects: Pick<ObjectStore, "size">;
  pool: Pick<StepPool, "importPage">;
  outputOf: OutputOf;
};

/**
 * The object with all pixels of a page, upright and corrected: what its import left here, or made again from the
 * master. Empty where the master is not here or cannot be read; throws `not-found` for a page that is not known.
 */
export async function readPageImage(parts: PageImageParts, pageId: string): Promise<{ digest: string }> {
  const { journal, objects, pool, outputOf } = parts;
  const page = journal.read("pages", pageId);
  if (!page) throw new DeskFault("not-found", { detail: `page ${pageId}` });
  const made = outputOf(jobId("import", page.id));
  if (isDigest(made) && (await objects.size(made)) !== undefined) return { digest: made };
  if (!isDigest(page.masterDigest) || (await objects.size(page.masterDigest)) === undefined)
    return { digest: "" };
  try {
    return { digest: (await pool.importPage(pageTask(page))).workDigest };
  } catch {
    return { digest: "" };
  }
}
