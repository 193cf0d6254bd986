import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import type { Size } from "#shared/base/tiles.ts";
import type { DrawnPage, Zone } from "./messages.ts";
import { identityZones, type OpenedPage, readPageText } from "./page-text.ts";

const paper = "#ffffff";
const cover = "#1b1b1b";

export const markColour = "rgba(20, 60, 50, 0.16)";
export const markFont = "Liberation Serif";

/**
 * Draws a page as a JPEG. Masked, the numbers of papers of identity are covered in the pixels themselves; a watermark
 * is drawn into them too: neither can be taken off.
 */
export async function drawPage(
  page: OpenedPage,
  options: { width: number; masked: boolean; watermark: string },
): Promise<DrawnPage> {
  const natural = page.getViewport({ scale: 1 });
  const height = Math.round((natural.height / natural.width) * options.width);
  const size = { width: options.width, height };
  const { canvas, context, count, text } = await paintPage(page, size, options.masked);
  if (options.watermark !== "") drawWatermark(context, options.watermark, size);
  const jpeg = await canvas.encode("jpeg", 82);
  return { jpeg, covered: count, hasText: text.text.trim() !== "" };
}

/** Paints a page in its pixels; masked, with the numbers of papers of identity covered, and `count` tells how many. */
export async function paintPage(page: OpenedPage, { width, height }: Size, masked: boolean) {
  const natural = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: width / natural.width });
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = paper;
  context.fillRect(0, 0, width, height);
  // The canvas of @napi-rs/canvas has every call that pdf.js makes, but not the type of the browser's.
  await page.render({ canvas: canvas as never, viewport }).promise;
  const text = await readPageText(page);
  const { count, zones } = masked ? identityZones(text) : { count: 0, zones: [] };
  coverZones(context, zones, { width, height });
  return { canvas, context, count, text };
}

function coverZones(context: SKRSContext2D, zones: readonly Zone[], { width, height }: Size): void {
  context.fillStyle = cover;
  const room = Math.max(1, width / 600);
  for (const [left, top, right, bottom] of zones) {
    const [x, y] = [left * width - room, top * height - room];
    context.fillRect(x, y, (right - left) * width + 2 * room, (bottom - top) * height + 2 * room);
  }
}

function drawWatermark(context: SKRSContext2D, words: string, { width, height }: Size): void {
  const size = Math.max(10, Math.round(width / 42));
  context.save();
  context.font = `${size}px "${markFont}"`;
  context.fillStyle = markColour;
  context.translate(width / 2, height / 2);
  context.rotate(-Math.PI / 6);
  context.textAlign = "center";
  const reach = Math.hypot(width, height) / 2;
  const across = context.measureText(words).width + size * 3;
  const down = size * 9;
  const rows = Math.ceil(reach / down);
  const columns = Math.ceil(reach / across);
  for (let row = -rows; row <= rows; row += 1) {
    for (let column = -columns; column <= columns; column += 1) {
      context.fillText(words, column * across + (row % 2) * (across / 2), row * down);
    }
  }
  context.restore();
}
