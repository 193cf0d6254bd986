import { localMeans, type Grey } from "./grey.ts";

/** Writing that shines through from the other side is less than this much darker than its paper. */
const leastContrast = 22;
/** As dark as this is ink, whatever lies around it. */
const black = 60;
const meanRadius = 18;
/** Share of the page cut off at each side: shadows of the lid, punched holes. */
const margin = 0.05;

/** Which pixels are ink: 1 for ink, 0 for paper. */
export function findInk(grey: Grey): Uint8Array {
  const means = localMeans(grey, meanRadius);
  const ink = new Uint8Array(grey.data.length);
  for (let at = 0; at < ink.length; at += 1) {
    const value = grey.data[at] ?? 255;
    const mean = means[at] ?? 255;
    const needed = Math.max(leastContrast, mean * 0.14);
    if (mean - value > needed || value < black) ink[at] = 1;
  }
  return ink;
}

/** Parts of ink per 100,000 of the page within its margins. */
export function shareOfInk(ink: Uint8Array, width: number, height: number): number {
  const [left, right] = [Math.floor(width * margin), Math.ceil(width * (1 - margin))];
  const [top, bottom] = [Math.floor(height * margin), Math.ceil(height * (1 - margin))];
  let count = 0;
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) count += ink[y * width + x] ?? 0;
  }
  const area = (right - left) * (bottom - top);
  return area > 0 ? Math.round((count / area) * 100_000) : 0;
}

/** Whether so little ink makes a page blank; between the two bounds a person is asked. */
export function judgeBlank(share: number): "no" | "maybe" | "yes" {
  if (share < 20) return "yes";
  return share < 60 ? "maybe" : "no";
}
