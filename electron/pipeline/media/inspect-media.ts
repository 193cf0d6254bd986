import { TaskFailure, type Inspected } from "#electron/pipeline/worker/tasks.ts";
import { checkPages } from "./limits.ts";
import { openPdf } from "./open-pdf.ts";
import { decodeWhole, rasterPages } from "./open-raster.ts";
import { planPdfPage } from "./pdf-page.ts";
import { sniffLength, sniffMedia } from "./sniff-media.ts";

/**
 * What some bytes are, and their pages. An image is decoded to its last pixel; of a PDF the structure is read, and
 * each page is decoded when it is imported. Throws a `TaskFailure` that says what is wrong.
 */
export async function inspectMedia(bytes: Buffer): Promise<Inspected> {
  if (bytes.length === 0) throw new TaskFailure("media-empty");
  const mediaType = sniffMedia(bytes.subarray(0, sniffLength));
  if (!mediaType) throw new TaskFailure("media-not-known");
  if (mediaType === "application/pdf") {
    const document = await openPdf(bytes);
    checkPages(document.getPageCount());
    const pages = document.getPages().map((page) => {
      const { width, height, dpi } = planPdfPage(page);
      return { width, height, dpi };
    });
    return { mediaType, pages };
  }
  const pages = await rasterPages(bytes, mediaType);
  for (const [page, size] of pages.entries()) await decodeWhole(bytes, mediaType, page, size);
  return { mediaType, pages };
}
