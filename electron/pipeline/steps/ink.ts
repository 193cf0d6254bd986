import type { Grey } from "./grey.ts";

/** Writing that shines through from the other side is less than this much darker than its paper. */
const leastContrast = 22;
/** As dark as this is ink, whatever lies around it. */
const black = 60;
/** Less than this much darker than its paper is the paper's grain and the scanner's noise. */
const leastFaint = 9;
const meanRadius = 18;
/** Share of the page cut off at each side: shadows of the lid, punched holes. */
export const margin = 0.05;

/** What is on a page, a byte for each pixel: `ink` is 1 for ink, `faint` 1 for marks too light to be ink. */
export type Marks = { ink: Uint8Array; faint: Uint8Array };

/** Which pixels are ink: 1 for ink, 0 for paper. */
export function findInk(grey: Grey): Uint8Array {
  return findMarks(grey).ink;
}

/**
 * Which pixels are darker than the mean of the square around them, by enough to be ink or by less. The sums of the
 * square are carried from pixel to pixel: every page passes here. They are written into `marks` where clean ones of
 * the page's size are handed in.
 */
export function findMarks({ data, width, height }: Grey, marks = freshMarks(data.length)): Marks {
  const columns = new Uint32Array(width);
  for (let at = 0; at < Math.min(meanRadius, height) * width; at += 1) {
    columns[at % width] = (columns[at % width] as number) + (data[at] as number);
  }
  for (let y = 0; y < height; y += 1) {
    const come = y + meanRadius;
    const gone = y - meanRadius - 1;
    if (come < height) {
      for (let x = 0, at = come * width; x < width; x += 1, at += 1) {
        columns[x] = (columns[x] as number) + (data[at] as number);
      }
    }
    if (gone >= 0) {
      for (let x = 0, at = gone * width; x < width; x += 1, at += 1) {
        columns[x] = (columns[x] as number) - (data[at] as number);
      }
    }
    const rows = Math.min(height, y + meanRadius + 1) - Math.max(0, y - meanRadius);
    markRow(data, columns, rows, y * width, marks);
  }
  return marks;
}

/** Marks of so many pixels, none of them marked. */
export function freshMarks(size: number): Marks {
  return { ink: new Uint8Array(size), faint: new Uint8Array(size) };
}

/** Marks one row; `columns` are the sums of the rows around it. */
function markRow(data: Uint8Array, columns: Uint32Array, rows: number, from: number, marks: Marks): void {
  const width = columns.length;
  const { ink, faint } = marks;
  let sum = 0;
  let part = 0;
  for (let x = 0; x < Math.min(meanRadius, width); x += 1) sum += columns[x] as number;
  for (let x = 0; x < width; x += 1) {
    if (x + meanRadius < width) sum += columns[x + meanRadius] as number;
    if (x > meanRadius) sum -= columns[x - meanRadius - 1] as number;
    // Within the margins a square has one size, and a product is much cheaper than a quotient.
    if (x <= meanRadius || x + meanRadius >= width) {
      part = 1 / ((Math.min(width, x + meanRadius + 1) - Math.max(0, x - meanRadius)) * rows);
    }
    const mean = sum * part;
    const value = data[from + x] as number;
    const darker = mean - value;
    if (darker <= leastFaint && value >= black) continue;
    if (value < black || (darker > leastContrast && darker > mean * 0.14)) ink[from + x] = 1;
    else faint[from + x] = 1;
  }
}

/** Parts of ink per 100,000 of the page within its margins. */
export function shareOfInk(ink: Uint8Array, width: number, height: number): number {
  const [left, right] = [Math.floor(width * margin), Math.ceil(width * (1 - margin))];
  const [top, bottom] = [Math.floor(height * margin), Math.ceil(height * (1 - margin))];
  let count = 0;
  for (let y = top; y < bottom; y += 1) {
    for (let at = y * width + left; at < y * width + right; at += 1) count += ink[at] as number;
  }
  const area = (right - left) * (bottom - top);
  return area > 0 ? Math.round((count / area) * 100_000) : 0;
}

/** Whether so little ink makes a page blank; between the two bounds a person is asked. */
export function judgeBlank(share: number): "no" | "maybe" | "yes" {
  if (share < 20) return "yes";
  return share < 60 ? "maybe" : "no";
}
