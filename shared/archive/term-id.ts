import type { Term } from "#shared/archive/term.ts";
import { digestOfText } from "#shared/base/digest.ts";
import { fold } from "#shared/base/fold.ts";

/** A label in the form in which labels are one: no marks, lower case, words one space apart. */
export function foldLabel(label: string): string {
  return fold(label).replace(/\s+/g, " ").trim();
}

/** The id of a unit's term: two devices of the unit that meet the same word make one record of it. */
export function termId(scope: string, list: Term["list"], label: string): string {
  return `term-${digestOfText(`${scope}/${list}/${foldLabel(label)}`).slice(0, 32)}`;
}
