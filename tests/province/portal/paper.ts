import { join } from "node:path";
import PDFDocument from "pdfkit";
import { resources } from "#tests/fixtures/resources.ts";

const font = join(resources, "fonts", "LiberationSerif-Regular.ttf");

/** A PDF of two pages, the first with these lines. */
export async function paperOf(...lines: readonly string[]): Promise<Buffer> {
  const pdf = new PDFDocument({ size: "A4", font });
  pdf.fontSize(14);
  for (const [at, line] of lines.entries()) pdf.text(line, 72, 100 + at * 40);
  pdf.addPage().text("Trang hai", 72, 100);
  return bytesOf(pdf);
}

/** A plan on a sheet of A1: parcels of land by number, the words in small letters in its middle, and a page of A4. */
export async function planOf(words: string): Promise<Buffer> {
  const pdf = new PDFDocument({ size: [1684, 2384], margin: 0, font });
  pdf.lineWidth(3).rect(60, 60, 1564, 2264).stroke();
  pdf.fontSize(46).text("BẢN ĐỒ ĐỊA CHÍNH XÃ PHƯỚC LỘC", 0, 110, { align: "center", width: 1684 });
  pdf.lineWidth(0.7).fontSize(9);
  for (let row = 0; row < 20; row += 1) {
    for (let column = 0; column < 14; column += 1) {
      const [x, y] = [90 + column * 108, 220 + row * 100];
      const lean = ((row * 7 + column * 13) % 11) * 3;
      pdf.polygon([x + lean, y], [x + 108, y + lean], [x + 100, y + 96], [x, y + 90 - lean]).stroke();
      pdf.text(`Thửa ${row * 14 + column + 1}`, x + 32, y + 40, { lineBreak: false });
    }
  }
  pdf.fontSize(8).text(words, 700, 1202, { lineBreak: false });
  pdf.addPage({ size: "A4", margin: 72 }).text("Thuyết minh", 72, 100);
  return bytesOf(pdf);
}

async function bytesOf(pdf: PDFKit.PDFDocument): Promise<Buffer> {
  const parts: Buffer[] = [];
  pdf.on("data", (part: Buffer) => parts.push(part));
  const done = new Promise((resolve) => pdf.on("end", resolve));
  pdf.end();
  await done;
  return Buffer.concat(parts);
}
