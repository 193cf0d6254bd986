import type { secrecyClasses } from "#shared/archive/exclusion.ts";
import { fold } from "#shared/base/fold.ts";
import { wordsOf } from "#shared/inventory/clean-text.ts";
import type { FileFields, Line } from "#shared/inventory/line.ts";

/** A mark of secrecy that a row bears: its class, where it was met, and where the paper is. Never what it says. */
export type MarkMet = {
  class: (typeof secrecyClasses)[number];
  sheet: string;
  row: number;
  place: Pick<FileFields, "inventory" | "box" | "notation">;
};

const nowhere = { inventory: "", box: "", notation: "" };

/** Gathers the marks of lines in their order: a row without a file of its own is where the row before is. */
export function gatherMarks(lines: readonly Line[]): MarkMet[] {
  const marks: MarkMet[] = [];
  let place = { sheet: "", at: nowhere };
  for (const { sheet, row, file, secret, problems } of lines) {
    if (file) place = { sheet, at: { inventory: file.inventory, box: file.box, notation: file.notation } };
    if (secret === undefined) continue;
    const mark = problems.find(({ code }) => code === "secret")?.found ?? "";
    marks.push({ class: classOf(mark), sheet, row, place: place.sheet === sheet ? place.at : nowhere });
  }
  return marks;
}

function classOf(mark: string): MarkMet["class"] {
  const words = wordsOf(fold(mark));
  if (/\btuyet mat\b/.test(words)) return "tuyet-mat";
  if (/\btoi mat\b/.test(words)) return "toi-mat";
  return /\bmat\b/.test(words) ? "mat" : "unnamed";
}
