import { PDFArray, PDFName, PDFRawStream, type PDFPage } from "@cantoo/pdf-lib";
import type { PageSize } from "#electron/pipeline/worker/tasks.ts";
import { checkSize } from "./limits.ts";
import { numberIn } from "./open-pdf.ts";
import { depthOfImage } from "./pdf-depth.ts";
import { drawnDpi, readDrawing, type DrawnImage } from "./pdf-images.ts";

/** Dots per inch at which a page of type and lines alone is drawn. */
const lineArtDpi = 200;
const finestDpi = 400;

/**
 * How a PDF's page becomes pixels: the JPEG that is the whole page, taken out as it is, or a drawing of the page at
 * `scale` pixels to the point; `depth` is that of its richest image, 0 without one.
 */
export type PdfPagePlan = PageSize &
  ({ kind: "jpeg"; bytes: Uint8Array } | { kind: "draw"; scale: number; depth: number });

/** Plans a page without decoding it; throws `media-too-large`. */
export function planPdfPage(page: PDFPage): PdfPagePlan {
  const box = page.getCropBox();
  const unit = numberIn(page.node, "UserUnit", 1);
  const turn = (((page.getRotation().angle % 360) + 360) % 360) / 90;
  const drawing = readDrawing(page);
  for (const image of drawing.images) checkSize(image);

  const only = drawing.images.length === 1 && !drawing.paintsMore ? drawing.images[0] : undefined;
  const jpeg = only && turn === 0 && fills(only, box) ? jpegOf(only) : undefined;
  if (only && jpeg) {
    const dpi = Math.round(drawnDpi(only) / unit);
    return { kind: "jpeg", bytes: jpeg, width: only.width, height: only.height, dpi };
  }
  const best = Math.round(Math.max(0, ...drawing.images.map(drawnDpi)) / unit);
  const dpi = best === 0 ? lineArtDpi : Math.min(finestDpi, Math.max(100, best));
  const scale = (dpi * unit) / 72;
  const [across, down] = turn % 2 === 0 ? [box.width, box.height] : [box.height, box.width];
  const size = { width: Math.round(across * scale), height: Math.round(down * scale) };
  checkSize(size);
  const depth = Math.max(0, ...drawing.images.map(depthOfImage));
  return { kind: "draw", scale, ...size, depth, dpi: best === 0 ? 0 : dpi };
}

/** True where an image stands upright and covers its page to the last two points. */
function fills(image: DrawnImage, box: { x: number; y: number; width: number; height: number }): boolean {
  const [a, b, c, d, e, f] = image.matrix;
  const near = (one: number, other: number) => Math.abs(one - other) <= 2;
  return (
    near(b, 0) && near(c, 0) && near(a, box.width) && near(d, box.height) && near(e, box.x) && near(f, box.y)
  );
}

/** The bytes of an image that is a plain JPEG: no mask, no second filter, no odd colours. */
function jpegOf(image: DrawnImage): Uint8Array | undefined {
  const { dict } = image.stream;
  const filter = dict.lookup(PDFName.of("Filter"));
  const only = filter instanceof PDFArray ? (filter.size() === 1 ? filter.lookup(0) : undefined) : filter;
  const masked = ["SMask", "Mask", "Decode"].some((name) => dict.has(PDFName.of(name)));
  const space = dict.lookup(PDFName.of("ColorSpace"));
  const isPlain = space === PDFName.of("DeviceRGB") || space === PDFName.of("DeviceGray");
  if (only !== PDFName.of("DCTDecode") || masked || !isPlain) return undefined;
  return image.stream instanceof PDFRawStream ? image.stream.getContents() : undefined;
}
