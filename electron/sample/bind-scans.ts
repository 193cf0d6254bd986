import PDFDocument from "pdfkit";
import sharp from "sharp";
import { asJpeg, type ScannedPage } from "./make-page.ts";

/** The scans as pages of one plain PDF, as office scanners write it. */
export async function asPdf(pages: readonly ScannedPage[], createdAt: Date): Promise<Buffer> {
  const document = new PDFDocument({ autoFirstPage: false, margin: 0, info: { CreationDate: createdAt } });
  for (const page of pages) {
    const [width, height] = [(page.width * 72) / page.dpi, (page.height * 72) / page.dpi];
    document.addPage({ size: [width, height], margin: 0 });
    document.image(await asJpeg(page), 0, 0, { width, height });
  }
  document.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of document) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

/** The scans as pages of one TIFF; all must be of one size. */
export async function asTiff(pages: readonly ScannedPage[]): Promise<Buffer> {
  const images = await Promise.all(
    pages.map(({ data, width, height }) =>
      sharp(data, { raw: { width, height, channels: 3 } })
        .png({ compressionLevel: 0 })
        .toBuffer(),
    ),
  );
  const perMillimetre = (pages[0]?.dpi ?? 300) / 25.4;
  return sharp(images, { join: { animated: true } })
    .tiff({ compression: "jpeg", quality: 82, xres: perMillimetre, yres: perMillimetre })
    .toBuffer();
}
