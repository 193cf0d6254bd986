import { TaskFailure, type Inspected, type PageSize } from "#electron/pipeline/worker/tasks.ts";
import { checkPages } from "./limits.ts";
import { openPdf } from "./open-pdf.ts";
import { readRaster } from "./open-raster.ts";
import { planPdfPage } from "./pdf-page.ts";
import { isForeignPicture, sniffLength, sniffMedia } from "./sniff-media.ts";

/**
 * What some bytes are, and their pages. An image is decoded to its last pixel; of a PDF the structure is read, and
 * each page is decoded when it is imported. Throws a `TaskFailure` that says what is wrong.
 */
export async function inspectMedia(bytes: Buffer): Promise<Inspected> {
  if (bytes.length === 0) throw new TaskFailure("media-empty");
  const mediaType = sniffMedia(bytes.subarray(0, sniffLength));
  if (!mediaType && isForeignPicture(bytes)) throw new TaskFailure("media-foreign");
  if (!mediaType) throw new TaskFailure("media-not-known");
  if (mediaType === "application/pdf") return { mediaType, pages: await pdfPages(bytes) };
  return { mediaType, pages: await readRaster(bytes, mediaType) };
}

/** The pages of a PDF; whatever its object tree does to its reader, it is the PDF that is wrong. */
async function pdfPages(bytes: Buffer): Promise<PageSize[]> {
  const document = await openPdf(bytes);
  try {
    checkPages(document.getPageCount());
    return document.getPages().map((page) => {
      const { width, height, dpi } = planPdfPage(page);
      return { width, height, dpi };
    });
  } catch (error) {
    if (error instanceof TaskFailure) throw error;
    throw new TaskFailure("media-corrupt", error instanceof Error ? error.message : String(error), {
      cause: error,
    });
  }
}
