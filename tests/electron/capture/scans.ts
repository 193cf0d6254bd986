import { PDFDocument } from "@cantoo/pdf-lib";
import PdfKit from "pdfkit";
import sharp, { type Sharp } from "sharp";

/** A small grey JPEG with a stroke on it; `seed` makes its bytes its own. */
export function smallJpeg(seed: number): Promise<Buffer> {
  return smallImage(seed).jpeg().toBuffer();
}

export function smallPng(seed: number): Promise<Buffer> {
  return smallImage(seed).png().toBuffer();
}

/** A TIFF of several pages. */
export async function smallTiff(seed: number, pages: number): Promise<Buffer> {
  const images = await Promise.all(Array.from({ length: pages }, (_, page) => smallPng(seed + page)));
  return sharp(images, { join: { animated: true } })
    .tiff({ compression: "lzw" })
    .toBuffer();
}

/** A PDF of pages that each show a scan. */
export async function pdfOfScans(seed: number, pages: number): Promise<Buffer> {
  const document = await PDFDocument.create();
  const image = await document.embedJpg(await smallJpeg(seed));
  for (let page = 0; page < pages; page += 1) {
    document.addPage([595, 842]).drawImage(image, { x: 0, y: 0, width: 595, height: 842 });
  }
  return Buffer.from(await document.save());
}

/** A PDF that asks for a password. */
export async function lockedPdf(): Promise<Buffer> {
  const document = new PdfKit({ userPassword: "mat khau", pdfVersion: "1.7" });
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  document.text("Mẫu");
  document.end();
  await new Promise((resolve) => document.once("end", resolve));
  return Buffer.concat(chunks);
}

function smallImage(seed: number): Sharp {
  const [width, height] = [160, 226];
  const data = Buffer.alloc(width * height, 230);
  for (let step = 0; step < 400; step += 1)
    data[((seed * 7919 + step * 31) % height) * width + (step % width)] = 20;
  return sharp(data, { raw: { width, height, channels: 1 } }).withMetadata({ density: 200 });
}
