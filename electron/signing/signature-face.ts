import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fontkit from "@cantoo/fontkit";
import { PDFDict, PDFDocument, PDFObjectCopier, type PDFContext, type PDFRef } from "@cantoo/pdf-lib";
import type { SignatureLook } from "#shared/signing/signature-look.ts";
import { printable } from "#electron/forms/form-fonts.ts";
import { readCoverage } from "#electron/pipeline/steps/font-coverage.ts";
import { drawSeal } from "./draw-seal.ts";
import type { Seal } from "./read-seal.ts";

/** What stands on the page, drawn into a document: its form, and the size of it in points. */
export type DrawnFace = { form: PDFRef; width: number; height: number };

/** What is left of a page for a signature, in points. */
export type FaceRoom = { width: number; height: number };

/** Draws what a signature shows into such a room, with its time; the same font goes into every document. */
export type SignatureFace = (into: PDFContext, time: string, room: FaceRoom) => DrawnFace;

/** Whose signature it is; and their seal where one was chosen. */
export type Shown = { agency: string; seal?: Seal | undefined };

/** Letters of any time in ISO 8601. */
const timeLetters = "0123456789-T:+.";

/** Wider than this no line of a signature gets. */
const mostWide = 280;
const belowText = 4;
/** As a stamp's ink does: what the page says below the seal can still be read. */
const asInk = { Type: "ExtGState", BM: "Multiply" };

/**
 * Prepares what every signature of one body shows; its letters are embedded with what they mean. A seal stands below the
 * words at its true size, once in a document; a page that has no room for it shows none.
 */
export async function openSignatureFace(
  resources: string,
  look: SignatureLook,
  { agency, seal }: Shown,
): Promise<SignatureFace> {
  const bytes = await readFile(join(resources, "fonts", "LiberationSerif-Regular.ttf"));
  const name = printable(agency.normalize("NFC").trim(), readCoverage(bytes));
  const copy = printable(look.copy.normalize("NFC"), readCoverage(bytes));
  const workshop = await PDFDocument.create();
  workshop.registerFontkit(fontkit);
  const font = await workshop.embedFont(bytes, { subset: true });
  font.encodeText(`${copy} ${name} ${timeLetters}`);
  await workshop.flush();
  const widthOf = (text: string) => font.widthOfTextAtSize(text, look.size);

  return (into, time, room) => {
    const most = Math.max(20, Math.min(mostWide, room.width));
    const copied = PDFObjectCopier.for(workshop.context, into).copy(fontOf(workshop, font.ref));
    const texts = [copy, name, time].filter((text) => text !== "");
    const lines = texts.flatMap((text) => broken(text, most, widthOf));
    const leading = look.size * 1.15;
    const words = { width: Math.min(most, Math.max(...lines.map(widthOf))), height: lines.length * leading };
    const below = seal && fits(seal, words.height, room) ? seal.points : undefined;
    const width = Math.max(words.width, below?.width ?? 0);
    const height = words.height + (below ? belowText + below.height : 0);
    const drawn = lines.map((line, at) => {
      const x = Math.max(0, width - widthOf(line));
      const y = height - at * leading - look.size * 0.9;
      return `1 0 0 1 ${x.toFixed(2)} ${y.toFixed(2)} Tm ${String(font.encodeText(line))} Tj`;
    });
    const content = `q BT 0 g /F ${look.size} Tf\n${drawn.join("\n")}\nET Q`;
    const placed = below && [below.width, 0, 0, below.height, width - below.width, 0];
    const picture = placed ? `\nq ${placed.map((one) => one.toFixed(3)).join(" ")} cm /M gs /S Do Q` : "";
    const stream = into.stream(`${content}${picture}`, {
      Type: "XObject",
      Subtype: "Form",
      FormType: 1,
      BBox: [0, 0, width, height],
      Resources: {
        Font: { F: into.register(copied) },
        ...(seal && below && { XObject: { S: drawSeal(into, seal) }, ExtGState: { M: asInk } }),
      },
    });
    return { form: into.register(stream), width, height };
  };
}

function fits({ points }: Seal, above: number, room: FaceRoom): boolean {
  return points.width <= room.width && above + belowText + points.height <= room.height;
}

function fontOf(document: PDFDocument, ref: PDFRef): PDFDict {
  return document.context.lookup(ref, PDFDict);
}

/** Breaks a text between words, and a word that is too long where it must. */
function broken(text: string, most: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (widthOf(longer) <= most) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = "";
    for (const letter of word) {
      if (line !== "" && widthOf(line + letter) > most) {
        lines.push(line);
        line = "";
      }
      line += letter;
    }
  }
  return line === "" ? lines : [...lines, line];
}
