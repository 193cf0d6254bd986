import { setImmediate as breathe } from "node:timers/promises";
import PDFDocument from "pdfkit";
import { encode } from "uqr";
import type { Face, Mark, Sheet } from "#shared/forms/sheet.ts";
import { type FormFonts, printable } from "./form-fonts.ts";

/** What pdfkit knows of the font chosen last; its types leave it out. */
type ChosenFont = { id: string; encode(text: string): [string[], unknown]; ref(): unknown };
type Opened = Omit<PDFKit.PDFDocument, "page"> & {
  _font: ChosenFont;
  page: { fonts: Record<string, unknown> };
};

/** Writes sheets as a PDF, a page at a time: fonts embedded, words that can be selected. Equal sheets, equal bytes. */
export async function* writePdf(
  sheets: Iterable<Sheet>,
  fonts: FormFonts,
  options: { title: string; createdAt: Date },
): AsyncGenerator<Uint8Array> {
  const document = new PDFDocument({
    pdfVersion: "1.7",
    autoFirstPage: false,
    margin: 0,
    lang: "vi-VN",
    displayTitle: true,
    info: {
      Title: options.title,
      Creator: "Mục Lục",
      Producer: "Mục Lục",
      CreationDate: options.createdAt,
      ModDate: options.createdAt,
    },
    // Its own default font would be one that is not embedded; the types know only names of fonts.
    font: fonts.regular.bytes as unknown as string,
  }) as unknown as Opened;
  const filling = fill(document, sheets, fonts);
  // A failure while filling reaches the reader through the stream; nobody else waits for it.
  filling.catch((error: unknown) =>
    document.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  for await (const chunk of document) yield chunk as Uint8Array;
  await filling;
}

/**
 * Each page is one piece of drawing operators: pdfkit's own `text` lays every text out anew, which made a list of
 * 20,000 rows take minutes. Letters stand at their plain widths, as they were measured.
 */
async function fill(document: Opened, sheets: Iterable<Sheet>, fonts: FormFonts): Promise<void> {
  const letters = { regular: lettersOf("regular"), bold: lettersOf("bold"), italic: lettersOf("italic") };
  function lettersOf(face: Face) {
    document.registerFont(face, fonts[face].bytes);
    document.font(face);
    const font = document._font;
    const known = new Map<string, string>();
    const code = (letter: string): string => {
      const found = known.get(letter) ?? font.encode(letter)[0].join("");
      known.set(letter, found);
      return found;
    };
    return {
      font,
      write: (text: string) => Array.from(printable(text, fonts[face].covered), code).join(""),
    };
  }
  for (const { width, height, marks } of sheets) {
    document.addPage({ size: [width, height], margin: 0 });
    const operators: string[] = [];
    for (const mark of marks) {
      if (mark.kind === "text") {
        const { font, write } = letters[mark.face];
        document.page.fonts[font.id] ??= font.ref();
        const place = `1 0 0 -1 ${point(mark.x)} ${point(mark.y)} Tm`;
        operators.push(`BT /${font.id} ${point(mark.size)} Tf ${place} <${write(mark.text)}> Tj ET`);
      } else if (mark.kind === "line") {
        const ends = [mark.x1, mark.y1, "m", mark.x2, mark.y2, "l"].map((part) =>
          typeof part === "number" ? point(part) : part,
        );
        operators.push(`${point(mark.width)} w ${ends.join(" ")} S`);
      } else {
        operators.push(codeOperators(mark));
      }
    }
    document.addContent(operators.join("\n"));
    await breathe();
  }
  document.end();
}

/** A QR code that can still be read with a quarter of it worn off, its quiet border within its side. */
function codeOperators({ text, x, y, side }: Mark & { kind: "code" }): string {
  const { data, size } = encode(text, { ecc: "Q", border: 2 });
  const unit = side / size;
  const squares = data.flatMap((cells, row) =>
    cells.flatMap((dark, column) =>
      dark ? [[x + column * unit, y + row * unit, unit, unit].map(point).join(" ") + " re"] : [],
    ),
  );
  return `${squares.join("\n")} f`;
}

function point(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
