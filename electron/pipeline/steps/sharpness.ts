import { medianOfNine, type Grey } from "./grey.ts";

const tile = 24;
/** Tiles with less between dark and light hold no edge worth measuring. */
const leastContrast = 45;
/** So many tiles with writing, spread over the page, tell of it as well as all. */
const enough = 160;

/**
 * How steep the edges of the writing are, 0 (blurred) to 1 (crisp): the greatest step between neighbours of each tile
 * over its contrast, the upper quarter of the tiles with writing, after single dots are taken out. Of four tiles one
 * is looked at. A page without writing is 1: nothing is blurred.
 */
export function findSharpness(page: Grey): number {
  const written = tilesWithWriting(page);
  const stride = Math.max(1, written.length / enough);
  const ratios: number[] = [];
  for (let at = 0; at < written.length; at += stride) {
    const [left, top] = written[Math.floor(at)] as [number, number];
    const ratio = steepnessOf(smoothTile(page, left, top));
    if (ratio >= 0) ratios.push(ratio);
  }
  if (ratios.length < 4) return 1;
  ratios.sort((one, other) => one - other);
  const upper = ratios[Math.floor(ratios.length * 0.75)] ?? 1;
  return Math.round(Math.min(1, upper) * 1000) / 1000;
}

/** The left and top of the tiles that may have writing: single dots taken out, none has more contrast than with them. */
function tilesWithWriting(page: Grey): [number, number][] {
  const { width, height } = page;
  const found: [number, number][] = [];
  for (let top = 1, row = 0; top + tile + 2 < height; top += 2 * tile, row += 1) {
    for (let left = 1 + (row % 2) * tile; left + tile + 2 < width; left += 2 * tile) {
      if (contrastOf(page, left, top) >= leastContrast) found.push([left, top]);
    }
  }
  return found;
}

function contrastOf({ data, width }: Grey, left: number, top: number): number {
  let [darkest, lightest] = [255, 0];
  for (let y = top; y < top + tile; y += 1) {
    for (let at = y * width + left; at < y * width + left + tile; at += 1) {
      const value = data[at] as number;
      if (value < darkest) darkest = value;
      if (value > lightest) lightest = value;
    }
  }
  return lightest - darkest;
}

/** A tile and the pixels right of and below it, single dots taken out. */
function smoothTile({ data, width }: Grey, left: number, top: number): Uint8Array {
  // One pixel more on each side, for the border of what is smoothed is kept as it is.
  const size = tile + 3;
  const part = new Uint8Array(size * size);
  for (let y = 0; y < size; y += 1) {
    const from = (top + y - 1) * width + left - 1;
    part.set(data.subarray(from, from + size), y * size);
  }
  return medianOfNine({ data: part, width: size, height: size }).data;
}

/** The steepest step of a smoothed tile over its contrast; -1 where it has too little. */
function steepnessOf(smooth: Uint8Array): number {
  const across = tile + 3;
  let [darkest, lightest, steepest] = [255, 0, 0];
  for (let y = 1; y <= tile; y += 1) {
    for (let at = y * across + 1; at <= y * across + tile; at += 1) {
      const value = smooth[at] as number;
      if (value < darkest) darkest = value;
      if (value > lightest) lightest = value;
      const right = Math.abs(value - (smooth[at + 1] as number));
      const down = Math.abs(value - (smooth[at + across] as number));
      if (right > steepest) steepest = right;
      if (down > steepest) steepest = down;
    }
  }
  const contrast = lightest - darkest;
  return contrast >= leastContrast ? steepest / contrast : -1;
}
