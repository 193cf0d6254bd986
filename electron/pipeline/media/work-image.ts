import sharp, { type Metadata, type Sharp } from "sharp";
import { isCorrected } from "#shared/archive/correction.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import {
  mediaTypes,
  TaskFailure,
  type MediaType,
  type PageSize,
  type PageTask,
  type ReadTask,
} from "#electron/pipeline/worker/tasks.ts";
import { correctImage } from "./correct-image.ts";
import { drawPdfPage } from "./draw-pdf-page.ts";
import { openPdf } from "./open-pdf.ts";
import { openRaster, rasterFailure, uprightSize } from "./open-raster.ts";
import { planPdfPage } from "./pdf-page.ts";
import { readObject } from "./read-object.ts";
import { openTiffPages } from "./tiff-pages.ts";

/** An upright image of one page that every later step can read: a JPEG in RGB or grey, or a one-bit PNG. */
export type WorkImage = PageSize & {
  bytes: Buffer;
  /** True where these are the master's own bytes. */
  isMaster: boolean;
  /** Bits of a pixel in all channels, as the master has them; 0 where it does not say. */
  depth: number;
};

/** The work image of a page of a master as it is corrected, the master itself where it is an upright JPEG. */
export async function makeWorkImage(master: Buffer, task: PageTask): Promise<WorkImage> {
  const mediaType = mediaTypes.find((known) => known === task.mediaType);
  if (!mediaType) throw new TaskFailure("media-not-known", task.mediaType);
  const isPdf = mediaType === "application/pdf";
  const image = isPdf ? await fromPdf(master, task.page) : await fromRaster(master, mediaType, task.page);
  const { correction } = task;
  if (!correction || !isCorrected(correction)) return image;
  try {
    const corrected = await correctImage(image.bytes, correction, image.dpi);
    return { ...image, ...corrected, isMaster: false };
  } catch (error) {
    throw rasterFailure(error, image.bytes, "image/jpeg");
  }
}

/** The bytes of a page's work image: stored by its import, or made again from the master. */
export async function readWorkImage(objects: ObjectStore, task: ReadTask): Promise<Buffer> {
  if (task.workDigest) return readObject(objects, task.workDigest);
  return (await makeWorkImage(await readObject(objects, task.digest), task)).bytes;
}

async function fromRaster(file: Buffer, mediaType: MediaType, page: number): Promise<WorkImage> {
  const master = mediaType === "image/tiff" ? openTiffPages(file).alone(page) : file;
  try {
    const header = await sharp(master, { failOn: "warning", limitInputPixels: false }).metadata();
    const size = { ...uprightSize(header), depth: depthOf(header) };
    if (mediaType === "image/jpeg" && isPlainJpeg(header)) return { ...size, bytes: master, isMaster: true };
    const upright = openRaster(master).autoOrient().flatten({ background: "#ffffff" });
    return { ...size, bytes: await encode(upright, header), isMaster: false };
  } catch (error) {
    throw rasterFailure(error, master, mediaType);
  }
}

async function fromPdf(master: Buffer, index: number): Promise<WorkImage> {
  const document = await openPdf(master);
  if (index >= document.getPageCount()) throw new TaskFailure("media-corrupt", "no such page");
  const plan = planPdfPage(document.getPage(index));
  if (plan.kind === "jpeg") {
    const taken = Buffer.from(plan.bytes);
    const image = await fromRaster(taken, "image/jpeg", 0);
    return { ...image, isMaster: false, dpi: plan.dpi };
  }
  const drawn = await drawPdfPage(master, index, plan.scale);
  const raw = { width: drawn.width, height: drawn.height, channels: 4 } as const;
  const bytes = await asJpeg(sharp(drawn.data, { raw }).removeAlpha());
  const { dpi, depth } = plan;
  return { width: drawn.width, height: drawn.height, dpi, depth, bytes, isMaster: false };
}

/** Bits of a pixel; transparency is no tone, and a palette's pixel has the bits of its number. */
function depthOf(header: Metadata): number {
  const bits = header.depth === "ushort" ? 16 : (header.bitsPerSample ?? 8);
  if (header.isPalette) return bits;
  return bits * Math.max(1, header.channels - (header.hasAlpha ? 1 : 0));
}

/** A JPEG that PDF/A takes as it is: upright, in grey or RGB. */
function isPlainJpeg(header: Metadata): boolean {
  const isUpright = header.orientation === undefined || header.orientation === 1;
  return isUpright && (header.space === "srgb" || header.space === "b-w");
}

function encode(image: Sharp, header: Metadata): Promise<Buffer> {
  const isOneBit = !header.isPalette && header.bitsPerSample === 1;
  if (isOneBit) return image.toColourspace("b-w").png({ palette: true, colours: 2 }).toBuffer();
  const isGrey = header.space === "b-w" || header.space === "grey16";
  return asJpeg(isGrey ? image.toColourspace("b-w") : image.toColourspace("srgb"));
}

function asJpeg(image: Sharp): Promise<Buffer> {
  return image.jpeg({ quality: 92, chromaSubsampling: "4:4:4" }).toBuffer();
}
