import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import sharp, { type Sharp } from "sharp";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import type { ObjectStore } from "#shared/node/object-store.ts";
import { drawPdfPage } from "#electron/pipeline/media/draw-pdf-page.ts";
import { openPdf } from "#electron/pipeline/media/open-pdf.ts";
import { openRaster, rasterFailure } from "#electron/pipeline/media/open-raster.ts";
import { planPdfPage } from "#electron/pipeline/media/pdf-page.ts";
import { readObject } from "#electron/pipeline/media/read-object.ts";
import { openTiffPages } from "#electron/pipeline/media/tiff-pages.ts";
import type { Grey } from "./grey.ts";
import { asGreyMap } from "./prepare-reading.ts";
import type { MarksTask } from "#electron/pipeline/worker/tasks.ts";

/** Wide enough for the small code of a sheet that was scanned at 200 dpi and printed at two thirds of its size. */
const lookWidth = 1240;
/** Points to pixels for pages that have to be drawn. */
const drawScale = 2;

/** Most pages that are looked at in one task. */
export const looksAtOnce = 10;

let ready: Promise<unknown> | undefined;
/** The texts of the QR codes in a page's pixels, grey from black (0) to white. */
export async function marksIn(grey: Grey): Promise<string[]> {
  await (ready ??= loadReader());
  return read(grey);
}

/**
 * The texts of the QR codes on some pages of an object, an empty list for a page without one or that cannot be drawn:
 * what is wrong with a page is said when it is imported.
 */
export async function readMarks(objects: ObjectStore, task: MarksTask): Promise<string[][]> {
  const bytes = await readObject(objects, task.digest);
  const found: string[][] = [];
  const isPdf = task.mediaType === "application/pdf";
  const document = isPdf ? await openPdf(bytes) : undefined;
  const tiff = task.mediaType === "image/tiff" ? openTiffPages(bytes) : undefined;
  for (let page = task.from; page < task.from + task.count; page += 1) {
    try {
      const plan = document ? planPdfPage(document.getPage(page)) : undefined;
      if (plan?.kind === "draw") {
        const { data, width, height } = await drawPdfPage(bytes, page, Math.min(plan.scale, drawScale));
        found.push(await findCodes(sharp(data, { raw: { width, height, channels: 4 } })));
      } else if (plan) found.push(await findCodes(openRaster(Buffer.from(plan.bytes), { anyColours: true })));
      else found.push(await findCodes(openRaster(tiff?.alone(page) ?? bytes, { anyColours: true })));
    } catch (error) {
      if (error instanceof Error && "syscall" in error) throw error;
      found.push([]);
    }
  }
  return found;
}

/** Every QR code in an image, however it is turned or faded. */
async function findCodes(image: Sharp): Promise<string[]> {
  await (ready ??= loadReader());
  const { data, info } = await image
    .resize({ width: lookWidth, withoutEnlargement: true })
    .flatten({ background: "#ffffff" })
    .toColourspace("b-w")
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch((error: unknown) => {
      throw rasterFailure(error, Buffer.alloc(0), "image/jpeg");
    });
  return read({ data, width: info.width, height: info.height });
}

async function read(grey: Grey): Promise<string[]> {
  const results = await readBarcodes(asGreyMap(grey), {
    formats: ["QRCode"],
    tryHarder: true,
    tryRotate: true,
    tryInvert: false,
    tryDownscale: true,
    maxNumberOfSymbols: 4,
  });
  return [...new Set(results.filter(({ isValid }) => isValid).map(({ text }) => text))];
}

/** The reader's program comes from the package on this disk; left alone, it would fetch it from elsewhere. */
async function loadReader(): Promise<void> {
  const path = createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm");
  const bytes = await readFile(path);
  const wasmBinary = new Uint8Array(bytes).buffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
}
