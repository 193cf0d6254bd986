import sharp, { type Raw, type Sharp } from "sharp";
import type { Correction } from "#shared/archive/correction.ts";
import { checkSize, maximumPixels } from "./limits.ts";
import { takeSpecksAway } from "./specks.ts";

const white = "#ffffff";

/** An image as its correction shows it: turned, straightened on white, cropped, without specks. */
export async function correctImage(
  image: Buffer,
  correction: Correction,
  dpi: number,
): Promise<{ bytes: Buffer; width: number; height: number }> {
  const header = await sharp(image).metadata();
  const isOneBit = header.bitsPerSample === 1;
  const isGrey = isOneBit || header.space === "b-w";
  const options = { failOn: "warning", limitInputPixels: maximumPixels, sequentialRead: true } as const;
  let pixels = await asPixels(toned(sharp(image, options), isGrey).rotate(correction.turn));
  if (correction.straighten !== 0) {
    checkSize(pixels.raw);
    pixels = await asPixels(open(pixels).rotate(correction.straighten, { background: white }));
  }
  const { left, top, width, height } = cutOf(pixels.raw, correction);
  if (width < pixels.raw.width || height < pixels.raw.height) {
    pixels = await asPixels(open(pixels).extract({ left, top, width, height }));
  }
  if (correction.despeckle) {
    pixels = { ...pixels, data: await takeSpecksAway(pixels.data, pixels.raw, dpi) };
  }
  const done = open(pixels);
  const bytes = isOneBit
    ? await done.threshold(128).toColourspace("b-w").png({ palette: true, colours: 2 }).toBuffer()
    : await done.jpeg({ quality: 92, chromaSubsampling: "4:4:4" }).toBuffer();
  return { bytes, width, height };
}

type Pixels = { data: Buffer; raw: Raw };

function open({ data, raw }: Pixels): Sharp {
  const opened = sharp(data, { raw, limitInputPixels: maximumPixels });
  return raw.channels === 1 ? opened.toColourspace("b-w") : opened;
}

function toned(image: Sharp, isGrey: boolean): Sharp {
  const flat = image.flatten({ background: white });
  return isGrey ? flat.toColourspace("b-w") : flat.toColourspace("srgb");
}

async function asPixels(image: Sharp): Promise<Pixels> {
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  return { data, raw: { width: info.width, height: info.height, channels: info.channels } };
}

/** The pixels that a crop leaves, at least one. */
function cutOf(size: { width: number; height: number }, { left, top, right, bottom }: Correction) {
  const across = span(size.width, left, right);
  const down = span(size.height, top, bottom);
  return { left: across.start, width: across.length, top: down.start, height: down.length };
}

function span(length: number, from: number, to: number): { start: number; length: number } {
  const start = Math.min(length - 1, Math.round(Math.min(from, to) * length));
  const end = Math.max(start + 1, Math.round(Math.max(from, to) * length));
  return { start, length: Math.min(length, end) - start };
}
