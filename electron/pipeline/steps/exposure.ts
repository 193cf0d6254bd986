import type { Grey } from "./grey.ts";
import type { Marks } from "./ink.ts";

/** Shares of the page, 0-1: too dark and too light to show what is on it, and with print of the back showing through. */
export type Exposure = { dark: number; bright: number; bleed: number };

const cell = 16;
/** Paper darker than this hides its writing. */
const darkPaper = 96;
/** Writing lighter than this is lost on its paper. */
const lightInk = 168;
/** A cell with less between dark and light is empty. */
const leastContrast = 24;
/** How much of a cell without ink must bear faint marks to show the print of the back, and not a spot of dust. */
const leastFaint = 0.08;

/** How a page is lit and what shines through it, found within the margins in every second cell, as on a chessboard. */
export function findExposure({ data, width, height }: Grey, { ink, faint }: Marks): Exposure {
  let [cells, dark, written, light, empty, shining] = [0, 0, 0, 0, 0, 0];
  const inset = Math.round(width * 0.04);
  for (let top = inset, row = 0; top + cell <= height - inset; top += cell, row += 1) {
    for (let left = inset + (row % 2) * cell; left + cell <= width - inset; left += 2 * cell) {
      let [darkest, lightest, inked, marked] = [255, 0, 0, 0];
      for (let y = top; y < top + cell; y += 1) {
        for (let at = y * width + left; at < y * width + left + cell; at += 1) {
          const value = data[at] as number;
          if (value < darkest) darkest = value;
          if (value > lightest) lightest = value;
          inked += ink[at] as number;
          marked += faint[at] as number;
        }
      }
      cells += 1;
      if (lightest < darkPaper) dark += 1;
      else if (lightest - darkest >= leastContrast) {
        written += 1;
        if (darkest > lightInk) light += 1;
      }
      if (inked > 0) continue;
      empty += 1;
      if (marked >= leastFaint * cell * cell) shining += 1;
    }
  }
  return { dark: share(dark, cells), bright: share(light, written), bleed: share(shining, empty) };
}

function share(part: number, whole: number): number {
  // Of a handful of cells nothing can be said.
  return whole < 20 ? 0 : Math.round((part / whole) * 1000) / 1000;
}
