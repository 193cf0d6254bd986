import sharp from "sharp";
import { sealBounds } from "#shared/signing/seal-bounds.ts";
import { SigningFault } from "./signing-fault.ts";

/** A seal made ready for a page: its colours as JPEG, how much of each pixel is ink, and its true size in points. */
export type Seal = {
  colour: Buffer;
  alpha: Buffer;
  pixels: { width: number; height: number };
  points: { width: number; height: number };
};

type Raw = { data: Buffer; width: number; height: number };

const pngMark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const dotsPerInch = 300;
/** Paper that was scanned is not quite white; less ink than this is none. */
const noInk = 24;
const surelyInk = 60;
/** A seal that fills its picture touches the edge in a few places. */
const emptyEdge = 0.7;
const redness = 40;

/**
 * Reads a picture of a seal that is so wide in truth (mm, the seal from edge to edge): a PNG with red ink on nothing or on
 * white. White lets the page through, and the margin does not count. Throws a `SigningFault`.
 */
export async function readSeal(bytes: Buffer, width: number): Promise<Seal> {
  if (bytes.length > sealBounds.bytes) throw new SigningFault("seal-too-heavy");
  if (!(width >= sealBounds.width.least && width <= sealBounds.width.most))
    throw new SigningFault("seal-size");
  const raw = await pixelsOf(bytes);
  if (emptyShareOfEdge(raw) < emptyEdge) throw new SigningFault("seal-ground");
  const ink = inkOf(raw);
  const part = sharp(ink.data, { raw: { width: raw.width, height: raw.height, channels: 4 } }).extract(
    ink.box,
  );
  const wanted = Math.min(ink.box.width, Math.round((width / 25.4) * dotsPerInch));
  const { data, info } = await part.resize({ width: wanted }).raw().toBuffer({ resolveWithObject: true });
  const size = { width: info.width, height: info.height };
  const shown = sharp(data, { raw: { ...size, channels: 4 } });
  // Under what is no ink lies the ink's own colour, so that its edges do not pale.
  const colour = await shown
    .clone()
    .flatten({ background: ink.mean })
    .jpeg({ quality: 90, chromaSubsampling: "4:4:4" })
    .toBuffer();
  const alpha = await shown.clone().extractChannel(3).raw().toBuffer();
  const across = (width / 25.4) * 72;
  return {
    colour,
    alpha,
    pixels: size,
    points: { width: across, height: (across * size.height) / size.width },
  };
}

/** A small picture of a seal as it will stand on a page, PNG. */
export async function previewOf(seal: Seal): Promise<Buffer> {
  const { width, height } = seal.pixels;
  const whole = await sharp(seal.colour)
    .joinChannel(seal.alpha, { raw: { width, height, channels: 1 } })
    .raw()
    .toBuffer();
  return sharp(whole, { raw: { width, height, channels: 4 } })
    .resize({ width: 240, height: 240, fit: "inside", withoutEnlargement: true })
    .png()
    .toBuffer();
}

/** The pixels as they look on white paper. */
async function pixelsOf(bytes: Buffer): Promise<Raw> {
  if (!bytes.subarray(0, pngMark.length).equals(pngMark)) throw new SigningFault("seal-not-png");
  // Of the header, so that a small file cannot ask for gigabytes.
  const sides = bytes.length >= 24 ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] : [];
  const { least, most } = sealBounds.pixels;
  if (sides.some((side) => side < least || side > most)) throw new SigningFault("seal-size");
  try {
    const { data, info } = await sharp(bytes, { failOn: "error", limitInputPixels: most * most })
      .flatten({ background: "#ffffff" })
      .toColourspace("srgb")
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== 3) throw new SigningFault("seal-not-red");
    return { data, width: info.width, height: info.height };
  } catch (error) {
    if (error instanceof SigningFault) throw error;
    throw new SigningFault("seal-not-png", error instanceof Error ? error.message : "", error);
  }
}

/** How much ink makes a pixel what it is on white paper, 0 to 255. */
function inkAt(data: Buffer, pixel: number): number {
  const at = pixel * 3;
  const most = 255 - Math.min(data[at] ?? 255, data[at + 1] ?? 255, data[at + 2] ?? 255);
  return most < noInk ? 0 : most;
}

function emptyShareOfEdge({ data, width, height }: Raw): number {
  let empty = 0;
  let all = 0;
  for (let y = 0; y < height; y += 1) {
    const step = y === 0 || y === height - 1 ? 1 : width - 1;
    for (let x = 0; x < width; x += step) {
      all += 1;
      if (inkAt(data, y * width + x) === 0) empty += 1;
    }
  }
  return empty / all;
}

/** The ink alone, with how much of it there is; where it stands, and its colour all in all, which must be red. */
function inkOf({ data, width, height }: Raw) {
  const ink = Buffer.alloc(width * height * 4);
  const sums = [0, 0, 0];
  const box = { left: width, top: height, right: -1, bottom: -1 };
  let count = 0;
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const alpha = inkAt(data, pixel);
    if (alpha === 0) continue;
    ink[pixel * 4 + 3] = alpha;
    for (const channel of [0, 1, 2]) {
      const seen = data[pixel * 3 + channel] ?? 255;
      const value = Math.min(255, Math.max(0, 255 - ((255 - seen) * 255) / alpha));
      ink[pixel * 4 + channel] = value;
      if (alpha >= surelyInk) sums[channel] = (sums[channel] ?? 0) + value;
    }
    if (alpha < surelyInk) continue;
    count += 1;
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  const [r = 0, g = 0, b = 0] = sums.map((sum) => sum / Math.max(1, count));
  if (r - Math.max(g, b) < redness) throw new SigningFault("seal-not-red");
  return {
    data: ink,
    mean: { r, g, b },
    box: { left: box.left, top: box.top, width: box.right - box.left + 1, height: box.bottom - box.top + 1 },
  };
}
