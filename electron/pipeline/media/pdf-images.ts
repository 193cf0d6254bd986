import { decodePDFRawStream, PDFArray, PDFDict, PDFName, PDFRawStream, type PDFPage } from "@cantoo/pdf-lib";
import { numberIn, streamIn } from "./open-pdf.ts";

/** a b c d e f of a PDF transformation. */
type Matrix = readonly [number, number, number, number, number, number];

/** An image as a page draws it: its pixels, and the matrix that lays its unit square on the page, in points. */
export type DrawnImage = { stream: PDFRawStream; width: number; height: number; matrix: Matrix };

export type PageDrawing = {
  images: DrawnImage[];
  /** True where the page also paints visible text, lines, shadings or inline images. */
  paintsMore: boolean;
  /** True where the page shows text that can be seen. */
  showsText: boolean;
  /** How many forms were followed. */
  forms: number;
};

/** Most forms followed on a page: drawings of drawings grow without end. */
const mostForms = 2000;

const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** What a page draws, found without decoding an image. A content that cannot be followed counts as `paintsMore`. */
export function readDrawing(page: PDFPage): PageDrawing {
  const drawing: PageDrawing = { images: [], paintsMore: false, showsText: false, forms: 0 };
  const resources = page.node.Resources();
  try {
    follow(contentOf(page), resources, identity, drawing, 0);
  } catch {
    drawing.paintsMore = true;
  }
  return drawing;
}

function contentOf(page: PDFPage): string {
  const contents = page.node.Contents();
  const streams =
    contents instanceof PDFArray
      ? contents.asArray().map((part) => page.doc.context.lookup(part))
      : [contents];
  return streams
    .filter((stream) => stream instanceof PDFRawStream)
    .map((stream) => Buffer.from(decodePDFRawStream(stream).decode()).toString("latin1"))
    .join("\n");
}

const painting = new Set(["f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "sh", "BI"]);
const showing = new Set(["Tj", "TJ", "'", '"']);
const tokens = /\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f\s]*>|\/[^\s()<>[\]{}/%]*|[^\s()<>[\]{}/%]+/g;

function follow(
  content: string,
  resources: PDFDict | undefined,
  start: Matrix,
  drawing: PageDrawing,
  depth: number,
): void {
  if (depth > 8) return;
  const stack: { matrix: Matrix; mode: number }[] = [];
  let matrix = start;
  let mode = 0;
  let operands: string[] = [];
  for (const [token] of content.matchAll(tokens)) {
    if (/^[-+.\d/(<]/.test(token)) {
      operands.push(token);
      continue;
    }
    if (token === "q") stack.push({ matrix, mode });
    else if (token === "Q") ({ matrix, mode } = stack.pop() ?? { matrix: start, mode: 0 });
    else if (token === "cm") matrix = multiply(readMatrix(operands), matrix);
    else if (token === "Tr") mode = Number(operands.at(-1));
    else if (token === "Do") place(operands.at(-1) ?? "", resources, matrix, drawing, depth);
    else if (painting.has(token)) drawing.paintsMore = true;
    else if (showing.has(token) && mode !== 3) drawing.paintsMore = drawing.showsText = true;
    operands = [];
  }
}

function place(
  name: string,
  resources: PDFDict | undefined,
  matrix: Matrix,
  drawing: PageDrawing,
  depth: number,
): void {
  const objects = resources?.lookup(PDFName.of("XObject"));
  const stream = objects instanceof PDFDict ? streamIn(objects, name.slice(1)) : undefined;
  if (!stream) return;
  if (stream.dict.lookup(PDFName.of("Subtype")) === PDFName.of("Form")) {
    drawing.forms += 1;
    if (drawing.forms > mostForms) throw new Error("forms without end");
    const own = stream.dict.lookup(PDFName.of("Resources"));
    const inner = own instanceof PDFDict ? own : resources;
    const shift = stream.dict.lookup(PDFName.of("Matrix"));
    const form = shift instanceof PDFArray ? readMatrix(shift.asArray().map(String)) : identity;
    const content = Buffer.from(decodePDFRawStream(stream).decode()).toString("latin1");
    follow(content, inner, multiply(form, matrix), drawing, depth + 1);
    return;
  }
  const width = numberIn(stream.dict, "Width", 0);
  const height = numberIn(stream.dict, "Height", 0);
  if (width > 0 && height > 0) drawing.images.push({ stream, width, height, matrix });
}

function readMatrix(operands: string[]): Matrix {
  const [a, b, c, d, e, f] = operands.slice(-6).map(Number);
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0];
}

function multiply(one: Matrix, other: Matrix): Matrix {
  const [a, b, c, d, e, f] = one;
  const [g, h, i, j, k, l] = other;
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}

/** Dots per inch of an image as drawn. */
export function drawnDpi(image: DrawnImage): number {
  const [a, b] = image.matrix;
  const drawn = Math.hypot(a, b);
  return drawn > 0 ? (image.width / drawn) * 72 : 0;
}
