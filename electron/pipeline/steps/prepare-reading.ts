import type { Grey } from "./grey.ts";
import { countLevels, medianOfNine, quantile } from "./grey.ts";
import type { PageGrey } from "./page-grey.ts";

/** Dots per inch at which pages are read: finer costs time and finds noise. */
export const readingDpi = 200;
/** Width of an A4 page at that resolution; the width taken where a page's own resolution is not known. */
const a4Width = 1654;
const widest = 4800;
/** The stretch never multiplies contrast by more: on an empty page only noise would grow. */
const greatestGain = 2.2;

/** Grey pixels made ready for reading, and how many pixels of the page each of them stands for. */
export type Prepared = { grey: Grey; scale: number };

/**
 * Makes a page ready for reading: grey, 200 dpi, single dots removed, faded ink darkened. `rounds` of the median
 * beyond the first are for pages on which reading failed.
 */
export async function prepareReading(page: PageGrey, dpi: number, rounds = 1): Promise<Prepared> {
  let grey = await page.at(readingWidth(page.width, dpi));
  for (let round = 0; round < rounds; round += 1) grey = medianOfNine(grey);
  return { grey: rounds > 0 ? stretch(grey, grey.data) : stretch(grey), scale: page.width / grey.width };
}

/** The width at which a page of this width and resolution (0 where not known) is read. */
export function readingWidth(width: number, dpi: number): number {
  const wanted = dpi > 0 ? (width * readingDpi) / dpi : a4Width;
  return Math.max(32, Math.min(widest, Math.round(Math.min(wanted, width * 2))));
}

/** Spreads the levels between ink and paper, within bounds; the pixels may be written over those they are made of. */
function stretch(grey: Grey, data: Uint8Array = new Uint8Array(grey.data.length)): Grey {
  const counts = countLevels(grey);
  const paper = quantile(grey, 0.6, counts);
  const ink = quantile(grey, 0.01, counts);
  const gain = Math.min(greatestGain, 225 / Math.max(1, paper - ink));
  if (gain <= 1.02) return grey;
  const table = Uint8Array.from({ length: 256 }, (_, level) =>
    Math.max(0, Math.min(255, Math.round(245 - (paper - level) * gain))),
  );
  for (let at = 0; at < data.length; at += 1) data[at] = table[grey.data[at] as number] as number;
  return { ...grey, data };
}

/** The pixels as a portable grey map, the plainest file that the reader takes. */
export function asGreyMap({ data, width, height }: Grey): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, "latin1"), data]);
}
