import { PDFArray, PDFName, type PDFDocument, type PDFPage } from "@cantoo/pdf-lib";
import { findDictionaries } from "#electron/pipeline/rendition/walk.ts";
import { readDrawing, type DrawnImage } from "./pdf-images.ts";

/** How a PDF came to be: scanned, or typed, or sealed by a signature, whatever is on its pages. */
export type PdfKind = "scanned" | "born-digital" | "signed";

/** The share of a page that a picture covers from which on the page is a scan. */
const wholePage = 0.7;

export function kindOfPdf(document: PDFDocument): PdfKind {
  if (isSigned(document)) return "signed";
  const pages = document.getPages().map(kindOfPage);
  return pages.includes("text") && !pages.includes("scan") ? "born-digital" : "scanned";
}

/** A page whose text can be seen and that is no scan; its text is better than any reading of it. */
export function hasOwnText(page: PDFPage): boolean {
  return kindOfPage(page) === "text";
}

function kindOfPage(page: PDFPage): "scan" | "text" | "other" {
  const drawing = readDrawing(page);
  const { width, height } = page.getCropBox();
  if (drawing.images.some((image) => areaOf(image) >= wholePage * width * height)) return "scan";
  return drawing.showsText ? "text" : "other";
}

function areaOf({ matrix: [a, b, c, d] }: DrawnImage): number {
  return Math.abs(a * d - b * c);
}

/** A signature covers ranges of bytes: any change to the file would break it. */
function isSigned(document: PDFDocument): boolean {
  return findDictionaries(document).some(
    ({ dictionary }) =>
      dictionary.lookup(PDFName.of("ByteRange")) instanceof PDFArray &&
      dictionary.has(PDFName.of("Contents")),
  );
}
