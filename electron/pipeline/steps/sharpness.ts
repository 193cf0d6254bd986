import { medianOfNine, type Grey } from "./grey.ts";

const tile = 24;
/** Tiles with less between dark and light hold no edge worth measuring. */
const leastContrast = 45;

/**
 * How steep the edges of the writing are, 0 (blurred) to 1 (crisp): the greatest step between neighbours of each tile
 * over its contrast, the upper quarter of all tiles with writing. A page without writing is 1: nothing is blurred.
 */
export function findSharpness(page: Grey): number {
  const { data, width, height } = medianOfNine(page);
  const ratios: number[] = [];
  for (let top = 0; top + tile < height; top += tile) {
    for (let left = 0; left + tile < width; left += tile) {
      let [darkest, lightest, steepest] = [255, 0, 0];
      for (let y = top; y < top + tile; y += 1) {
        for (let x = left; x < left + tile; x += 1) {
          const value = data[y * width + x] ?? 0;
          if (value < darkest) darkest = value;
          if (value > lightest) lightest = value;
          const across = Math.abs(value - (data[y * width + x + 1] ?? 0));
          const down = Math.abs(value - (data[(y + 1) * width + x] ?? 0));
          if (across > steepest) steepest = across;
          if (down > steepest) steepest = down;
        }
      }
      const contrast = lightest - darkest;
      if (contrast >= leastContrast) ratios.push(steepest / contrast);
    }
  }
  if (ratios.length < 4) return 1;
  ratios.sort((one, other) => one - other);
  const upper = ratios[Math.floor(ratios.length * 0.75)] ?? 1;
  return Math.round(Math.min(1, upper) * 1000) / 1000;
}
