import sharp, { type Raw } from "sharp";
import { findInk } from "#electron/pipeline/steps/ink.ts";

/** No wider or higher than this, in inches, is a speck: a full stop of usual type is, and is kept for its neighbours. */
const greatestSpeck = 0.02;
/** How far around a speck, in inches, nothing else may be: dots of letters and leaders stand closer. */
const loneliness = 0.06;

type Box = { left: number; top: number; right: number; bottom: number; count: number };

/**
 * The pixels without the specks of dust and toner that stand alone; marks near any other ink are kept, for they may be
 * the dot of an `i`, a tone mark or a full stop. `dpi` 0 is taken as 200.
 */
export async function takeSpecksAway(data: Buffer, raw: Raw, dpi: number): Promise<Buffer> {
  const { width, height, channels } = raw;
  const grey = await sharp(data, { raw }).toColourspace("b-w").raw().toBuffer();
  const ink = findInk({ data: grey, width, height });
  const sums = sumUp(ink, width, height);
  const most = Math.max(2, Math.round((dpi > 0 ? dpi : 200) * greatestSpeck));
  const around = Math.max(3, Math.round((dpi > 0 ? dpi : 200) * loneliness));
  const cleaned = Buffer.from(data);
  for (const box of smallMarks(ink, width, height, most)) {
    const near = {
      left: Math.max(0, box.left - around),
      top: Math.max(0, box.top - around),
      right: Math.min(width - 1, box.right + around),
      bottom: Math.min(height - 1, box.bottom + around),
    };
    if (inkIn(sums, width, near) > box.count) continue;
    paint(cleaned, raw, channels, box);
  }
  return cleaned;
}

/** Every connected mark of ink that fits in a square of `most` pixels. */
function* smallMarks(ink: Uint8Array, width: number, height: number, most: number): Generator<Box> {
  const seen = new Uint8Array(ink.length);
  const stack: number[] = [];
  for (let start = 0; start < ink.length; start += 1) {
    if (ink[start] === 0 || seen[start] === 1) continue;
    const first = { x: start % width, y: Math.floor(start / width) };
    const box: Box = { left: first.x, right: first.x, top: first.y, bottom: first.y, count: 0 };
    stack.push(start);
    seen[start] = 1;
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const [x, y] = [at % width, Math.floor(at / width)];
      box.count += 1;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
      for (let down = -1; down <= 1; down += 1) {
        for (let across = -1; across <= 1; across += 1) {
          const next = at + down * width + across;
          const [nextX, nextY] = [x + across, y + down];
          if (nextX < 0 || nextX >= width || nextY < 0 || nextY >= height) continue;
          if (ink[next] === 0 || seen[next] === 1) continue;
          seen[next] = 1;
          stack.push(next);
        }
      }
    }
    if (box.right - box.left < most && box.bottom - box.top < most) yield box;
  }
}

/** How much ink lies above and to the left of each pixel. */
function sumUp(ink: Uint8Array, width: number, height: number): Uint32Array {
  const sums = new Uint32Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    for (let x = 0; x < width; x += 1) {
      row += ink[y * width + x] ?? 0;
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] ?? 0) + row;
    }
  }
  return sums;
}

function inkIn(sums: Uint32Array, width: number, box: Omit<Box, "count">): number {
  const at = (x: number, y: number) => sums[y * (width + 1) + x] ?? 0;
  const [right, bottom] = [box.right + 1, box.bottom + 1];
  return at(right, bottom) - at(box.left, bottom) - at(right, box.top) + at(box.left, box.top);
}

/** Paints a mark, and the soft edge around it, over with the paper beside it. */
function paint(data: Buffer, { width, height }: Raw, channels: number, box: Box): void {
  const edge = 2;
  const top = Math.max(0, box.top - edge);
  const bottom = Math.min(height - 1, box.bottom + edge);
  const left = Math.max(0, box.left - edge);
  const right = Math.min(width - 1, box.right + edge);
  for (let y = top; y <= bottom; y += 1) {
    for (let x = left; x <= right; x += 1) {
      // From the nearer side, so that the paper's own grain goes on.
      const beside = x - left < right - x ? Math.max(0, left - 1 - (x - left)) : right + 1 + (right - x);
      const from = (y * width + Math.min(width - 1, beside)) * channels;
      data.copyWithin((y * width + x) * channels, from, from + channels);
    }
  }
}
