import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fontkit from "@cantoo/fontkit";
import { PDFDict, PDFDocument, PDFObjectCopier, type PDFContext, type PDFRef } from "@cantoo/pdf-lib";
import type { SignatureLook } from "#shared/signing/signature-look.ts";
import { printable } from "#electron/forms/form-fonts.ts";
import { readCoverage } from "#electron/pipeline/steps/font-coverage.ts";

/** What stands on the page, drawn into a document: its form, and the size of it in points. */
export type DrawnFace = { form: PDFRef; width: number; height: number };

/** Draws what a signature shows, so wide at most (points), with its time; the same font goes into every document. */
export type SignatureFace = (into: PDFContext, time: string, most: number) => DrawnFace;

/** Letters of any time in ISO 8601. */
const timeLetters = "0123456789-T:+.";

/** Prepares what every signature of one body shows; its letters are embedded with what they mean. */
export async function openSignatureFace(
  resources: string,
  look: SignatureLook,
  agency: string,
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

  return (into, time, most) => {
    const copied = PDFObjectCopier.for(workshop.context, into).copy(fontOf(workshop, font.ref));
    const texts = [copy, name, time].filter((text) => text !== "");
    const lines = texts.flatMap((text) => broken(text, most, widthOf));
    const width = Math.min(most, Math.max(...lines.map(widthOf)));
    const leading = look.size * 1.15;
    const height = lines.length * leading;
    const drawn = lines.map((line, at) => {
      const x = Math.max(0, width - widthOf(line));
      const y = height - at * leading - look.size * 0.9;
      return `1 0 0 1 ${x.toFixed(2)} ${y.toFixed(2)} Tm ${String(font.encodeText(line))} Tj`;
    });
    const content = `q BT 0 g /F ${look.size} Tf\n${drawn.join("\n")}\nET Q`;
    const stream = into.stream(content, {
      Type: "XObject",
      Subtype: "Form",
      FormType: 1,
      BBox: [0, 0, width, height],
      Resources: { Font: { F: into.register(copied) } },
    });
    return { form: into.register(stream), width, height };
  };
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
