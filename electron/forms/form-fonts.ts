import { readFile } from "node:fs/promises";
import { join } from "node:path";
import PDFDocument from "pdfkit";
import type { Face, Measure } from "#shared/forms/sheet.ts";
import { readCoverage } from "#electron/pipeline/steps/font-coverage.ts";

/** The bundled cuts of Liberation Serif, whose metrics are those of Times New Roman. */
export type FormFonts = Record<Face, { bytes: Buffer; covered: Set<number> }>;

const cuts: Record<Face, string> = { regular: "Regular", bold: "Bold", italic: "Italic" };

export async function loadFormFonts(resources: string): Promise<FormFonts> {
  const load = async (face: Face) => {
    const bytes = await readFile(join(resources, "fonts", `LiberationSerif-${cuts[face]}.ttf`));
    return { bytes, covered: readCoverage(bytes) };
  };
  return { regular: await load("regular"), bold: await load("bold"), italic: await load("italic") };
}

/** Letters that the font lacks would print as nothing a person can see: each becomes a square. */
export function printable(text: string, covered: Set<number>): string {
  let all = true;
  for (const letter of text) all &&= covered.has(letter.codePointAt(0) ?? 0);
  if (all) return text;
  return Array.from(text, (letter) => (covered.has(letter.codePointAt(0) ?? 0) ? letter : "□")).join("");
}

/** Widths as the fonts give them, letter by letter; each letter is asked for once. */
export function measureWith(fonts: FormFonts): Measure {
  const document = new PDFDocument({ autoFirstPage: false, font: fonts.regular.bytes as unknown as string });
  for (const [face, { bytes }] of Object.entries(fonts)) document.registerFont(face, bytes);
  const widths: Record<Face, Map<string, number>> = {
    regular: new Map(),
    bold: new Map(),
    italic: new Map(),
  };
  const unit = 1000;
  return (text, size, face) => {
    const known = widths[face];
    let width = 0;
    for (const letter of text) {
      let own = known.get(letter);
      if (own === undefined) {
        const shown = printable(letter, fonts[face].covered);
        own = document.font(face).fontSize(unit).widthOfString(shown);
        known.set(letter, own);
      }
      width += own;
    }
    return (width / unit) * size;
  };
}
