import { readFile } from "node:fs/promises";
import { join } from "node:path";
import PDFDocument from "pdfkit";

const a4 = { width: 595.28, height: 841.89 };
const margin = 57;
const band = 34;

/** A line of a block: a small heading, a name with its value, or plain words. */
export type BlockLine =
  { kind: "title" | "plain" | "note"; text: string } | { kind: "named"; name: string; text: string };

/** What is written of a copy: the pictures of its pages, the line at the foot of each, and the page that closes it. */
export type CopySheets = {
  title: string;
  pages: readonly Uint8Array[];
  footOf: (page: number) => string;
  block: readonly BlockLine[];
  /** Who is to sign: places left free, never a signature. */
  places: readonly { title: string; hint: string }[];
  at: number;
};

/** Writes a PDF of pictures of pages as they are, with a line below each, and a page of what it is and who is to sign it. */
export async function writeCopy(resources: string, copy: CopySheets): Promise<Buffer> {
  const font = (name: string) => readFile(join(resources, "fonts", name));
  const [regular, bold] = await Promise.all([
    font("LiberationSerif-Regular.ttf"),
    font("LiberationSerif-Bold.ttf"),
  ]);
  const createdAt = new Date(copy.at);
  const pdf = new PDFDocument({
    size: "A4",
    margin: 0,
    autoFirstPage: false,
    lang: "vi-VN",
    displayTitle: true,
    info: {
      Title: copy.title,
      Creator: "Mục Lục",
      Producer: "Mục Lục",
      CreationDate: createdAt,
      ModDate: createdAt,
    },
    // Its own default font would be one that is not embedded; the types know only names of fonts.
    font: regular as unknown as string,
  });
  const parts: Buffer[] = [];
  const written = new Promise<void>((resolve, reject) => {
    pdf.on("data", (part: Buffer) => parts.push(part));
    pdf.on("end", resolve);
    pdf.on("error", reject);
  });
  pdf.registerFont("bold", bold);
  pdf.registerFont("regular", regular);
  for (const [at, page] of copy.pages.entries()) {
    pdf.addPage();
    const fit: [number, number] = [a4.width - 2 * band, a4.height - 2.5 * band];
    pdf.image(Buffer.from(page), band, band, { fit, align: "center", valign: "center" });
    foot(pdf, copy.footOf(at + 1));
  }
  pdf.addPage();
  closing(pdf, copy);
  foot(pdf, copy.footOf(copy.pages.length + 1));
  pdf.end();
  await written;
  return Buffer.concat(parts);
}

function foot(pdf: PDFKit.PDFDocument, text: string): void {
  pdf.font("regular").fontSize(9).fillColor("#333333");
  pdf.text(text, band, a4.height - band, { width: a4.width - 2 * band, align: "center", lineBreak: false });
}

function closing(pdf: PDFKit.PDFDocument, { block, places }: CopySheets): void {
  const width = a4.width - 2 * margin;
  pdf.fillColor("#000000");
  pdf.x = margin;
  pdf.y = margin;
  for (const line of block) {
    if (line.kind === "named") {
      pdf.font("bold").fontSize(12).text(`${line.name}: `, margin, pdf.y, { width, continued: true });
      pdf
        .font("regular")
        .text(line.text || "…", { width })
        .moveDown(0.4);
    } else if (line.kind === "title") {
      pdf.font("bold").fontSize(15).text(line.text, margin, pdf.y, { width, align: "center" }).moveDown(0.5);
    } else {
      const size = line.kind === "note" ? 10.5 : 12;
      const align = line.kind === "note" ? "left" : "center";
      pdf.font("regular").fontSize(size).text(line.text, margin, pdf.y, { width, align }).moveDown(0.5);
    }
  }
  const top = Math.max(pdf.y + 24, 480);
  const each = width / Math.max(1, places.length);
  for (const [at, { title, hint }] of places.entries()) {
    pdf
      .font("bold")
      .fontSize(12)
      .text(title, margin + at * each, top, { width: each, align: "center" });
    pdf
      .font("regular")
      .fontSize(10.5)
      .text(hint, margin + at * each, pdf.y, { width: each, align: "center" });
  }
}
