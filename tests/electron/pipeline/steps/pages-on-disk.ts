import type { Digest } from "#shared/base/digest.ts";
import { openObjectStore, type ObjectStore } from "#shared/node/object-store.ts";
import { importPage } from "#electron/pipeline/steps/import-page.ts";
import type { ImportedPage, MediaType, PdfaPage } from "#electron/pipeline/worker/tasks.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

/** A store in a folder of its own. */
export async function openStore(): Promise<ObjectStore> {
  return openObjectStore(temporaryFolder());
}

/** Stores a master and imports one page of it. */
export async function importFrom(
  objects: ObjectStore,
  bytes: Buffer,
  mediaType: MediaType,
  page = 0,
): Promise<ImportedPage & { digest: Digest }> {
  const { digest } = await objects.put(bytes);
  return { digest, ...(await importPage(objects, { digest, mediaType, page })) };
}

/** An imported page as the PDF/A wants it. */
export function asPdfaPage(
  imported: ImportedPage & { digest: Digest },
  mediaType: MediaType,
  wordsDigest?: Digest,
): PdfaPage {
  const { digest, workDigest, width, height, dpi } = imported;
  const page = { digest, mediaType, page: 0, workDigest, width, height, dpi };
  return wordsDigest ? { ...page, wordsDigest } : page;
}
