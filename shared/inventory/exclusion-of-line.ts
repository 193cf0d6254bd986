import type { FileFields, Line } from "#shared/inventory/line.ts";

/** A mark of secrecy that a row bears, where it was met, and where the paper is. Never what the row says. */
export type MarkMet = {
  mark: string;
  sheet: string;
  row: number;
  place: { inventory: string; box: string; file: string };
};

const nowhere = { inventory: "", box: "", file: "" };

/** Gathers the marks of lines in their order: a row without a file of its own is where the row before is. */
export function gatherMarks(lines: readonly Line[]): MarkMet[] {
  const marks: MarkMet[] = [];
  let place = { sheet: "", at: nowhere };
  for (const { sheet, row, file, secret, problems } of lines) {
    if (file) place = { sheet, at: placeOf(file) };
    if (secret === undefined) continue;
    const mark = problems.find(({ code }) => code === "secret")?.found ?? "";
    marks.push({ mark, sheet, row, place: place.sheet === sheet ? place.at : nowhere });
  }
  return marks;
}

function placeOf({ inventory, box, notation, code }: FileFields): MarkMet["place"] {
  return { inventory, box, file: notation === "" ? code : notation };
}
