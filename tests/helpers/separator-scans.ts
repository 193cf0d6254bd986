import { join } from "node:path";
import sharp from "sharp";
import type { Item } from "#shared/archive/item.ts";
import type { SeparatorMark } from "#shared/capture/separator-mark.ts";
import { drawSeparator, separatorsOf } from "#shared/forms/separator-sheet.ts";
import { loadFormFonts, measureWith } from "#electron/forms/form-fonts.ts";
import { writePdf } from "#electron/forms/write-pdf.ts";
import { drawPdfPage } from "#electron/pipeline/media/draw-pdf-page.ts";
import { sampleFile, sampleItem } from "#tests/helpers/sample-records.ts";

/** What a scanner, a printer and time do to a separator sheet. */
export type Wear = {
  dpi?: number;
  /** Degrees. */
  turn?: number;
  /** Share of its size at which it was printed. */
  scale?: number;
  /** Share of its contrast that is left. */
  contrast?: number;
  blur?: number;
  /** Share of pixels that are noise. */
  noise?: number;
  /** A stain over the large code. */
  stained?: boolean;
};

/** The PDF of the separator of one item, as the app prints it. */
export async function separatorPdf(mark: SeparatorMark, fields: Partial<Item> = {}): Promise<Buffer> {
  const fonts = await loadFormFonts(join(import.meta.dirname, "..", "..", "resources"));
  const file = sampleFile(mark.of === "file" ? mark.id : "file-1");
  const items = new Map([[file.id, [sampleItem(mark.id, { fileId: file.id, ...fields })]]]);
  const sheets = separatorsOf([file], items, mark.of).map((one) => drawSeparator(one, measureWith(fonts)));
  const chunks: Uint8Array[] = [];
  const options = { title: "TỜ PHÂN CÁCH", createdAt: new Date(0) };
  for await (const chunk of writePdf(sheets, fonts, options)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** A separator as a scan of it comes in, a grey JPEG. */
export async function scanSeparator(mark: SeparatorMark, wear: Wear = {}): Promise<Buffer> {
  const { dpi = 200, turn = 0, scale = 1, contrast = 1, blur = 0, noise = 0, stained = false } = wear;
  const drawn = await drawPdfPage(await separatorPdf(mark), 0, (dpi / 72) * scale);
  const [width, height] = [Math.round((210 / 25.4) * dpi), Math.round((297 / 25.4) * dpi)];
  const raw = { width: drawn.width, height: drawn.height, channels: 4 } as const;
  const sheet = await sharp(drawn.data, { raw }).flatten({ background: "#fff" }).greyscale().png().toBuffer();
  const across = Math.min(width, drawn.width);
  const down = Math.min(height, drawn.height);
  const fitted = await sharp(sheet).resize(across, down, { fit: "cover" }).png().toBuffer();
  let page = sharp({ create: { width, height, channels: 3, background: "#fff" } }).composite([
    { input: fitted, left: Math.floor((width - across) / 2), top: Math.floor((height - down) / 3) },
    ...(stained ? [stain(width, height)] : []),
  ]);
  page = sharp(await page.png().toBuffer()).rotate(turn, { background: "#f4f4f0" });
  if (blur > 0) page = page.blur(blur);
  const { data, info } = await page.greyscale().raw().toBuffer({ resolveWithObject: true });
  let seed = 7;
  for (let at = 0; at < data.length; at += 1) {
    data[at] = Math.round(235 - (235 - (data[at] ?? 255)) * contrast);
    seed = (seed * 1103515245 + 12345) % 2147483648;
    if (seed / 2147483648 < noise) data[at] = seed % 256;
  }
  const grey = { width: info.width, height: info.height, channels: 1 } as const;
  return sharp(data, { raw: grey }).withMetadata({ density: dpi }).jpeg({ quality: 75 }).toBuffer();
}

function stain(width: number, height: number) {
  const size = Math.round(width * 0.4);
  const circle = `<svg width="${size}" height="${size}"><circle cx="${size / 2}" cy="${size / 2}" r="${size / 2}" fill="#6b4a2a"/></svg>`;
  const left = Math.round(width / 2 - size / 2);
  return { input: Buffer.from(circle), left, top: Math.round(height * 0.2) };
}
