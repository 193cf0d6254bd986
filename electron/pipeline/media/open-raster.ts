import sharp, { type Metadata, type Sharp } from "sharp";
import { TaskFailure, type MediaType, type PageSize } from "#electron/pipeline/worker/tasks.ts";
import { openTiffPages } from "./tiff-pages.ts";
import { checkPages, checkSize, maximumPixels } from "./limits.ts";

/**
 * A JPEG, PNG or TIFF (its first page), opened strictly: any warning of its decoder is an error. With `anyColours` its
 * colour profile is left alone: bringing it to sRGB takes longer than all the rest.
 */
export function openRaster(bytes: Buffer, { anyColours = false } = {}): Sharp {
  return sharp(bytes, {
    failOn: "warning",
    limitInputPixels: maximumPixels,
    sequentialRead: true,
    ignoreIcc: anyColours,
  });
}

/** Size and dots per inch of each page of an image, every pixel of which was decoded; refuses what is too large. */
export async function readRaster(bytes: Buffer, mediaType: MediaType): Promise<PageSize[]> {
  const tiff = mediaType === "image/tiff" ? openTiffPages(bytes) : undefined;
  const count = tiff ? tiff.count : 1;
  checkPages(count);
  const pages: PageSize[] = [];
  for (let page = 0; page < count; page += 1) {
    const alone = tiff ? tiff.alone(page) : bytes;
    const size = uprightSize(await headerOf(alone, mediaType));
    await decodeWhole(alone, mediaType, size);
    pages.push(size);
  }
  return pages;
}

async function headerOf(bytes: Buffer, mediaType: MediaType): Promise<Metadata> {
  try {
    // The size is checked below, with a code of its own.
    return await sharp(bytes, { failOn: "warning", limitInputPixels: false }).metadata();
  } catch (error) {
    throw rasterFailure(error, bytes, mediaType);
  }
}

/** The size of a page as it is looked at, and its dots per inch (0 where it says none, or 72 by default). */
export function uprightSize(header: Metadata): PageSize {
  checkSize(header);
  const { width, height } = header.autoOrient;
  return { width, height, dpi: saneDpi(header.density ?? 0) };
}

/** Cameras and editors write 72 or 96 when they do not know; no scanner scans below 100. */
function saneDpi(density: number): number {
  const dpi = Math.round(density);
  return dpi < 100 || dpi > 4800 ? 0 : dpi;
}

/** Decodes every pixel of a page, at a size that costs least; throws `media-truncated` or `media-corrupt`. */
async function decodeWhole(bytes: Buffer, mediaType: MediaType, size: PageSize): Promise<void> {
  try {
    await openRaster(bytes, { anyColours: true })
      .resize({ width: Math.max(1, Math.floor(size.width / 8)) })
      .raw()
      .toBuffer();
  } catch (error) {
    throw rasterFailure(error, bytes, mediaType);
  }
}

/** How decoders say that bytes are missing; the PNG decoder has one sentence for everything. */
const shortage = /premature end|truncated|end of (file|stream)|bad seek|not enough data|read error/i;

/** What a decoder's complaint means: the bytes end too early, or they are wrong. */
export function rasterFailure(error: unknown, bytes: Buffer, mediaType: MediaType): TaskFailure {
  if (error instanceof TaskFailure) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (/exceeds pixel limit/i.test(message)) return new TaskFailure("media-too-large", message);
  const isShort = lacksEnd(bytes, mediaType) || (mediaType !== "image/png" && shortage.test(message));
  return new TaskFailure(isShort ? "media-truncated" : "media-corrupt", message, { cause: error });
}

/** True where the mark that ends such a file is not there. */
function lacksEnd(bytes: Buffer, mediaType: MediaType): boolean {
  if (mediaType === "image/jpeg") return bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) < bytes.length / 2;
  if (mediaType === "image/png") return !bytes.subarray(-1024).includes("IEND");
  return false;
}
