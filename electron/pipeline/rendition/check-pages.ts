import { PDFDict, PDFNumber, type PDFDocument } from "@cantoo/pdf-lib";
import { name, numbersIn, type Finding } from "./walk.ts";

const [least, most] = [3, 14400] as const;

/** Pages: as many as the tree says, each of a size that a page may have, its crop within it. */
export function* checkPages(document: PDFDocument): Generator<Finding> {
  const pages = document.getPages();
  const tree = document.catalog.lookup(name("Pages"));
  const count = tree instanceof PDFDict ? tree.lookup(name("Count")) : undefined;
  const said = count instanceof PDFNumber ? count.asNumber() : 0;
  if (pages.length === 0 || said !== pages.length) {
    yield { check: "page-count", page: 0, detail: `${pages.length} of ${said}` };
  }
  for (const [index, page] of pages.entries()) {
    const media = numbersIn(page.node.MediaBox());
    const crop = page.node.CropBox() === undefined ? media : numbersIn(page.node.CropBox());
    const detail = isBox(media) ? (isWithin(crop, media) ? "" : "CropBox") : "MediaBox";
    if (detail !== "") yield { check: "page-boxes", page: index + 1, detail };
  }
}

function isBox(box: readonly number[]): boolean {
  const [left = 0, bottom = 0, right = 0, top = 0] = box;
  const sides = [Math.abs(right - left), Math.abs(top - bottom)];
  return box.length === 4 && sides.every((side) => side >= least && side <= most);
}

function isWithin(inner: readonly number[], outer: readonly number[]): boolean {
  if (!isBox(inner)) return false;
  const [left = 0, bottom = 0, right = 0, top = 0] = inner;
  const [outerLeft = 0, outerBottom = 0, outerRight = 0, outerTop = 0] = outer;
  const slack = 1;
  return (
    Math.min(left, right) >= Math.min(outerLeft, outerRight) - slack &&
    Math.max(left, right) <= Math.max(outerLeft, outerRight) + slack &&
    Math.min(bottom, top) >= Math.min(outerBottom, outerTop) - slack &&
    Math.max(bottom, top) <= Math.max(outerBottom, outerTop) + slack
  );
}
