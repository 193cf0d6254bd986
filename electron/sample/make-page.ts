import sharp from "sharp";
import { ageScan, usualWear, type Wear } from "./age-scan.ts";
import { makeChance } from "./chance.ts";
import type { SampleDocument } from "./document.ts";
import { draftDocument, matters, type SamplePlaces } from "./draft-documents.ts";
import { drawSheet } from "./draw-sheet.ts";
import { layOut, textOf, type SheetLayout } from "./lay-out.ts";
import { loadSampleFonts } from "./sample-fonts.ts";

export type ScanOptions = {
  seed: number;
  /** 300 unless told. */
  dpi?: number;
  /** Degrees clockwise; by chance within half a degree unless told. */
  turned?: number;
  wear?: Partial<Wear>;
};

/** A scanned page as raw RGB, and the words that truly stand on it. */
export type ScannedPage = { data: Buffer; width: number; height: number; dpi: number; text: string };

export type PageOptions = ScanOptions & {
  /** Folder of the bundled resources (fonts). */
  resources: string;
  places?: SamplePlaces;
  long?: boolean;
};

/** Where sample documents play unless a unit is given: places that do not exist, in a district that did. */
export const samplePlaces: SamplePlaces = {
  commune: "xã Mẫu",
  district: "huyện Tuy Phước",
  province: "tỉnh Bình Định",
};

/** Scans a laid-out page: the same seed gives the same pixels. */
export async function scanSheet(layout: SheetLayout, options: ScanOptions): Promise<ScannedPage> {
  const chance = makeChance(options.seed);
  const dpi = options.dpi ?? 300;
  const turned = options.turned ?? chance.between(-0.5, 0.5);
  const shift = { x: chance.between(-4, 4), y: chance.between(-4, 4) };
  const clean = drawSheet(layout, { dpi, turned, shift }, chance);
  const data = await ageScan(clean, dpi, { ...usualWear(chance), ...options.wear }, chance);
  return { data, width: clean.width, height: clean.height, dpi, text: textOf(layout) };
}

/** Draws and scans the first page of a fictitious document; the seed picks its matter and words. */
export async function makePage(options: PageOptions): Promise<ScannedPage & { document: SampleDocument }> {
  const measure = loadSampleFonts(options.resources);
  const matter = matters[options.seed % matters.length] ?? "land";
  const chance = makeChance(options.seed + 7919);
  const document = draftDocument(matter, options.places ?? samplePlaces, chance, options.long ?? false);
  const [first] = layOut(document, measure);
  return { ...(await scanSheet(first ?? { runs: [], rules: [] }, options)), document };
}

/** A sheet with nothing on it, scanned. */
export async function makeBlankPage(options: ScanOptions): Promise<ScannedPage> {
  return scanSheet({ runs: [], rules: [] }, options);
}

/** The page as a colour JPEG as scanners write it, its dots per inch in the header. */
export async function asJpeg(page: ScannedPage, quality = 82): Promise<Buffer> {
  const raw = { width: page.width, height: page.height, channels: 3 } as const;
  return sharp(page.data, { raw }).withMetadata({ density: page.dpi }).jpeg({ quality }).toBuffer();
}
