import sharp from "sharp";
import type { PageBox } from "#shared/archive/reading.ts";
import { openRaster, rasterFailure } from "#electron/pipeline/media/open-raster.ts";
import { isPlainColour } from "#electron/pipeline/media/page-pixels.ts";
import type { Grey } from "./grey.ts";

/** Pixels in colour, three bytes each; `left` and `top` say where they stand on the page, `scale` how many of the page's pixels each is. */
export type ColourPart = {
  data: Uint8Array;
  width: number;
  height: number;
  left: number;
  top: number;
  scale: number;
};

/** A part of a page in colour, no wider than told. */
export async function readColour(image: Buffer, box: PageBox, widest: number): Promise<ColourPart> {
  try {
    const header = await sharp(image).metadata();
    const left = Math.max(0, Math.min(header.width - 1, Math.floor(box[0])));
    const top = Math.max(0, Math.min(header.height - 1, Math.floor(box[1])));
    const width = Math.max(1, Math.min(header.width - left, Math.ceil(box[2] - left)));
    const height = Math.max(1, Math.min(header.height - top, Math.ceil(box[3] - top)));
    const opened = openRaster(image, { anyColours: isPlainColour(header) });
    const part = opened.extract({ left, top, width, height });
    const sized = width > Math.round(widest) ? part.resize({ width: Math.round(widest) }) : part;
    const { data, info } = await sized
      .toColourspace("srgb")
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { data, width: info.width, height: info.height, left, top, scale: width / info.width };
  } catch (error) {
    throw rasterFailure(error, image, "image/jpeg");
  }
}

/** The part without its red ink: stamps and seals are as bright as paper in the red channel. */
export function withoutRed({ data, width, height }: ColourPart): Grey {
  const grey = new Uint8Array(width * height);
  for (let at = 0; at < grey.length; at += 1) grey[at] = data[at * 3] ?? 255;
  return { data: grey, width, height };
}

/** How much redder than anything else a pixel is at least where it is red ink; yellowed paper stays far below. */
const leastRedness = 38;

/** Below this share of red pixels there is no stamp, only specks and the paper's tint. */
export const leastRed = 0.0004;

/** The share of red ink among the first pixels of an image. */
export function shareOfRed(data: Uint8Array, channels: number, pixels: number): number {
  if (channels < 3) return 0;
  let count = 0;
  for (let at = 0; at < pixels * channels; at += channels) {
    const least = (data[at] as number) - leastRedness;
    if ((data[at + 1] as number) <= least && (data[at + 2] as number) <= least) count += 1;
  }
  return count / Math.max(1, pixels);
}

/** White left around red ink when it is cut out: a reader wants some, and a letter has paler edges than were counted. */
const redMargin = 24;

/** The red ink of a part alone, black on white, cut to where it stands; and what share of the part it is (0-1). */
export type RedInk = Pick<ColourPart, "left" | "top" | "scale"> & { grey: Grey; share: number };

/** Finds the red ink of a part. Where there is none, `grey` is a single white pixel. */
export function redAlone({ data, width, height, left, top, scale }: ColourPart): RedInk {
  const grey = new Uint8Array(width * height).fill(255);
  let [count, west, north, east, south] = [0, width, height, -1, -1];
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 1) {
      const red = data[at * 3] as number;
      const redness = red - Math.max(data[at * 3 + 1] as number, data[at * 3 + 2] as number);
      if (redness < leastRedness) continue;
      count += 1;
      grey[at] = Math.max(0, 160 - redness * 2);
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < north) north = y;
      south = y;
    }
  }
  const share = count / Math.max(1, grey.length);
  if (count === 0)
    return { grey: { data: Uint8Array.of(255), width: 1, height: 1 }, share, left, top, scale };
  [west, north] = [Math.max(0, west - redMargin), Math.max(0, north - redMargin)];
  [east, south] = [Math.min(width, east + 1 + redMargin), Math.min(height, south + 1 + redMargin)];
  const cut = {
    data: new Uint8Array((east - west) * (south - north)),
    width: east - west,
    height: south - north,
  };
  for (let y = 0; y < cut.height; y += 1) {
    const from = (north + y) * width + west;
    cut.data.set(grey.subarray(from, from + cut.width), y * cut.width);
  }
  return { grey: cut, share, left: left + west * scale, top: top + north * scale, scale };
}

/** A piece of a part, cut at a box of the page and enlarged, with white around it. */
export async function cutOut(
  grey: Grey,
  part: Pick<ColourPart, "left" | "top" | "scale">,
  box: PageBox,
  options: { margin: number; height: number },
): Promise<Grey | undefined> {
  const at = (value: number, from: number) => (value - from) / part.scale;
  const left = Math.max(0, Math.floor(at(box[0] - options.margin, part.left)));
  const top = Math.max(0, Math.floor(at(box[1] - options.margin, part.top)));
  const width = Math.min(grey.width - left, Math.ceil(at(box[2] + options.margin, part.left)) - left);
  const height = Math.min(grey.height - top, Math.ceil(at(box[3] + options.margin, part.top)) - top);
  if (width < 4 || height < 4) return undefined;
  const raw = { width: grey.width, height: grey.height, channels: 1 } as const;
  const { data, info } = await sharp(grey.data, { raw })
    .extract({ left, top, width, height })
    .resize({ height: options.height, kernel: "cubic" })
    .extend({ top: 14, bottom: 14, left: 18, right: 18, background: "#ffffff" })
    .toColourspace("b-w")
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** Black and white at the level that parts ink from paper best (Otsu). */
export function binarise({ data, width, height }: Grey): Grey {
  const counts = new Float64Array(256);
  for (const level of data) counts[level] = (counts[level] ?? 0) + 1;
  let sum = 0;
  for (let level = 0; level < 256; level += 1) sum += level * (counts[level] ?? 0);
  let [below, sumBelow, best, threshold] = [0, 0, -1, 128];
  for (let level = 0; level < 256; level += 1) {
    below += counts[level] ?? 0;
    sumBelow += level * (counts[level] ?? 0);
    const above = data.length - below;
    if (below === 0 || above === 0) continue;
    const between = below * above * (sumBelow / below - (sum - sumBelow) / above) ** 2;
    if (between > best) [best, threshold] = [between, level];
  }
  return { data: data.map((level) => (level <= threshold ? 0 : 255)), width, height };
}
