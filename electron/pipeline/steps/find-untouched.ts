import type { ObjectStore, StoredBytes } from "#shared/node/object-store.ts";
import { openPdf } from "#electron/pipeline/media/open-pdf.ts";
import { kindOfPdf } from "#electron/pipeline/media/pdf-kind.ts";
import { readObject } from "#electron/pipeline/media/read-object.ts";
import type { PdfaPage } from "#electron/pipeline/worker/tasks.ts";

/**
 * The master that is its own rendition: a signed or typed PDF of which the item has every page, in order, as it is.
 * Nothing where another page was added or one was left out: then a PDF/A is made beside the master.
 */
export async function findUntouched(
  objects: ObjectStore,
  pages: readonly PdfaPage[],
): Promise<StoredBytes | undefined> {
  const [first] = pages;
  if (first?.mediaType !== "application/pdf") return undefined;
  const isWhole = pages.every(
    (page, at) => page.digest === first.digest && page.page === at && page.correction === undefined,
  );
  if (!isWhole) return undefined;
  const master = await readObject(objects, first.digest);
  const document = await openPdf(master);
  if (document.getPageCount() !== pages.length || kindOfPdf(document) === "scanned") return undefined;
  return { digest: first.digest, size: master.length };
}
