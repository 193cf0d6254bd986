import { breakLines } from "#shared/forms/break-lines.ts";
import { motto, nation, upper } from "#shared/forms/form-words.ts";
import type { Face, Mark, Measure } from "#shared/forms/sheet.ts";

/** Where marks are set down: a region's left edge and width. */
export type Region = { x: number; width: number };

/** A text in the middle of a region; `y` is its baseline. */
export function centred(
  text: string,
  region: Region,
  y: number,
  type: { size: number; face: Face },
  measure: Measure,
): Mark {
  const x = region.x + (region.width - measure(text, type.size, type.face)) / 2;
  return { kind: "text", text, x, y, ...type };
}

/** Lines in the middle of a region, broken to fit; `y` is the first baseline. Answers the next one. */
export function centredLines(
  text: string,
  region: Region,
  y: number,
  type: { size: number; face: Face },
  measure: Measure,
): { marks: Mark[]; next: number } {
  const step = type.size * 1.2;
  const lines = text === "" ? [] : breakLines(text, region.width, type, measure);
  return {
    marks: lines.map((line, at) => centred(line, region, y + at * step, type, measure)),
    next: y + lines.length * step,
  };
}

/**
 * The two columns at the head of every form (NĐ 30/2020/NĐ-CP, Phụ lục I): at the left the agency under the one above
 * it, at the right Quốc hiệu and Tiêu ngữ; each with its line. Answers the marks and where they end.
 */
export function drawHead(
  [parent, agency]: readonly [string, string],
  page: Region & { y: number },
  measure: Measure,
): { marks: Mark[]; bottom: number } {
  const size = 12;
  const right = Math.min(page.width * 0.55, 300);
  const leftRegion = { x: page.x, width: page.width - right - 10 };
  const rightRegion = { x: page.x + page.width - right, width: right };
  const first = page.y + size;
  const above = centredLines(upper(parent), leftRegion, first, { size, face: "regular" }, measure);
  const own = centredLines(upper(agency), leftRegion, above.next, { size, face: "bold" }, measure);
  const state = centred(nation, rightRegion, first, { size, face: "bold" }, measure);
  const mottoSize = size + 1;
  const mottoY = first + size * 1.3;
  const words = centred(motto, rightRegion, mottoY, { size: mottoSize, face: "bold" }, measure);
  const agencyEnd = own.next - size * 1.2 + 5;
  const agencyLine = Math.min(leftRegion.width, 90);
  const middle = (region: Region) => region.x + region.width / 2;
  const ruled = (region: Region, length: number, y: number): Mark => ({
    kind: "line",
    x1: middle(region) - length / 2,
    x2: middle(region) + length / 2,
    y1: y,
    y2: y,
    width: 0.75,
  });
  const marks = [...above.marks, ...own.marks, state, words];
  if (own.marks.length > 0) marks.push(ruled(leftRegion, agencyLine, agencyEnd));
  marks.push(ruled(rightRegion, measure(motto, mottoSize, "bold"), mottoY + 5));
  return { marks, bottom: Math.max(agencyEnd, mottoY + 5) };
}
