import { join } from "node:path";
import PDFDocument from "pdfkit";
import { resources } from "#tests/fixtures/resources.ts";

/** A PDF of two pages, the first with these lines. */
export async function paperOf(...lines: readonly string[]): Promise<Buffer> {
  const pdf = new PDFDocument({ size: "A4", font: join(resources, "fonts", "LiberationSerif-Regular.ttf") });
  const parts: Buffer[] = [];
  pdf.on("data", (part: Buffer) => parts.push(part));
  const done = new Promise((resolve) => pdf.on("end", resolve));
  pdf.fontSize(14);
  for (const [at, line] of lines.entries()) pdf.text(line, 72, 100 + at * 40);
  pdf.addPage().text("Trang hai", 72, 100);
  pdf.end();
  await done;
  return Buffer.concat(parts);
}
