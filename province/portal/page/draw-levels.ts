import { createCanvas } from "@napi-rs/canvas";
import sharp from "sharp";
import { factorsOf, levelSize, tileSide } from "#shared/base/tiles.ts";
import { markColour, markFont, paintPage } from "./draw-page.ts";
import { largePicture } from "./large-page.ts";
import type { PageLevels, TileMark } from "./messages.ts";
import type { OpenedPage } from "./page-text.ts";

// One page at a time, with what it was made of let go at once: several of them would not fit.
sharp.concurrency(1);
sharp.cache(false);

/** Finer than what is sent: tiles are written as JPEG a second time. */
const quality = 90;

/**
 * Draws a large page once, and keeps it in levels whose parts can be cut without reading the rest. What is masked is
 * covered before the first of them is made: no level, and no tile of one, has ever had it.
 */
export async function drawLevels(page: OpenedPage, masked: boolean): Promise<PageLevels> {
  const size = largePicture(page.getViewport({ scale: 1 }));
  const { canvas } = await paintPage(page, size, masked);
  const pixels = canvas.data();
  const levels = new Map<number, Uint8Array>();
  for (const factor of factorsOf(size)) {
    const { width, height } = levelSize(size, factor);
    const level = await sharp(pixels, { raw: { ...size, channels: 4 } })
      .removeAlpha()
      .resize({ width, height, fit: "fill" })
      .tiff({ compression: "jpeg", quality, tile: true, tileWidth: tileSide, tileHeight: tileSide })
      .toBuffer();
    levels.set(factor, new Uint8Array(level));
  }
  // The pixels are the canvas's own memory: it is let go only now.
  canvas.width = 1;
  return { ...size, levels };
}

/** The longest that the words of a watermark may be on a tile, and their letters where they are not that long. */
const longest = tileSide * 0.86;
const letters = 24;

/**
 * A watermark for tiles: its words twice on each, whole with those of the tiles beside it. Of the watermark of a whole
 * page a tile might show nothing, where the page is shown large.
 */
export function drawMark(words: string): TileMark {
  const canvas = createCanvas(tileSide, tileSide);
  const context = canvas.getContext("2d");
  context.font = `${letters}px "${markFont}"`;
  const size = Math.min(letters, (letters * longest) / context.measureText(words).width);
  context.font = `${size}px "${markFont}"`;
  context.fillStyle = markColour;
  context.textAlign = "center";
  for (let row = -1; row <= 2; row += 1) {
    for (let column = -1; column <= 1; column += 1) {
      context.save();
      context.translate((column + 0.25 + (row % 2) * 0.5) * tileSide, (row * 0.5 + 0.25) * tileSide);
      context.rotate(-Math.PI / 6);
      context.fillText(words, 0, 0);
      context.restore();
    }
  }
  const { data } = context.getImageData(0, 0, tileSide, tileSide);
  return { side: tileSide, pixels: new Uint8Array(data) };
}
