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
 * square are carried from pixel to pixel: every page passes here.
 */
export function findMarks({ data, width, height }: Grey): Marks {
  const marks: Marks = { ink: new Uint8Array(data.length), faint: new Uint8Array(data.length) };
  const columns = new Uint32Array(width);
  for (let at = 0; at < Math.min(meanRadius, height) * width; at += 1) {
    columns[at % width] = (columns[at % width] as number) + (data[at] as number);
  }
  for (let y = 0; y < height; y += 1) {
    const come = y + meanRadius < height ? (y + meanRadius) * width : -1;
    const gone = y - meanRadius - 1 >= 0 ? (y - meanRadius - 1) * width : -1;
    for (let x = 0; x < width; x += 1) {
      const more = come < 0 ? 0 : (data[come + x] as number);
      const less = gone < 0 ? 0 : (data[gone + x] as number);
      columns[x] = (columns[x] as number) + more - less;
    }
    const rows = Math.min(height, y + meanRadius + 1) - Math.max(0, y - meanRadius);
    markRow(data, columns, rows, y * width, marks);
  }
  return marks;
}

/** Marks one row; `columns` are the sums of the rows around it. */
function markRow(data: Uint8Array, columns: Uint32Array, rows: number, from: number, marks: Marks): void {
  const width = columns.length;
  const { ink, faint } = marks;
  let sum = 0;
  let count = 0;
  for (let x = 0; x < Math.min(meanRadius, width); x += 1) {
    sum += columns[x] as number;
    count += 1;
  }
  for (let x = 0; x < width; x += 1) {
    if (x + meanRadius < width) {
      sum += columns[x + meanRadius] as number;
      count += 1;
    }
    if (x - meanRadius - 1 >= 0) {
      sum -= columns[x - meanRadius - 1] as number;
      count -= 1;
    }
    const value = data[from + x] as number;
    const mean = sum / (count * rows);
    const darker = mean - value;
    if (value < black) ink[from + x] = 1;
    else if (darker > leastFaint) {
      if (darker > leastContrast && darker > mean * 0.14) ink[from + x] = 1;
      else faint[from + x] = 1;
    }
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
