import type { Size } from "#shared/base/tiles.ts";

const pointsPerInch = 72;

/** A sheet of A3 in points, with room for scans that were trimmed generously. */
const a3 = { short: 842 * 1.05, long: 1191 * 1.05 };

/** Pixels to the inch that a large page is drawn with, where that is not too many. */
const resolution = 250;

/** The most pixels a page is drawn with: four bytes each while it is drawn. */
export const mostPixels = 48_000_000;

/** Whether a page (in points) is larger than A3: its small letters cannot be read in a picture of the whole page. */
export function isLargePage({ width, height }: Size): boolean {
  return Math.min(width, height) > a3.short || Math.max(width, height) > a3.long;
}

/** The pixels that a large page (in points) is drawn with. */
export function largePicture({ width, height }: Size, most = mostPixels): Size {
  const wanted = resolution / pointsPerInch;
  const scale = Math.min(wanted, Math.sqrt(most / (width * height)));
  return { width: Math.floor(width * scale), height: Math.floor(height * scale) };
}
