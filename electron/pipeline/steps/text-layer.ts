import type { PageWords } from "#shared/archive/page.ts";

/** A word as it is laid, invisible, over its picture; all in points from the upper left corner. */
export type LaidWord = {
  text: string;
  x: number;
  baseline: number;
  size: number;
  /** Width the word must fill. */
  width: number;
};

const descending = /[gjpqyQ,;ạặậẹệịọộợụựỵẠẶẬẸỆỊỌỘỢỤỰỴ]/u;

/**
 * Where the words of a page go. The size of a line's type is told from its highest word, so that selecting text marks
 * even bars. Characters the font lacks are left out: one missing glyph makes a PDF/A invalid even where nobody sees it.
 */
export function layWords(words: PageWords["words"], covered: ReadonlySet<number>, dpi: number): LaidWord[] {
  const heights = new Map<number, number>();
  for (const { line, box } of words) heights.set(line, Math.max(heights.get(line) ?? 0, box[3] - box[1]));
  const points = (pixels: number) => (pixels * 72) / dpi;
  const laid: LaidWord[] = [];
  for (const { text, box, line } of words) {
    const known = Array.from(text.normalize("NFC"))
      .filter((letter) => covered.has(letter.codePointAt(0) ?? 0) && letter.trim() !== "")
      .join("");
    if (known === "" || box[2] <= box[0] || box[3] <= box[1]) continue;
    const size = Math.max(2, points(heights.get(line) ?? box[3] - box[1]) * 0.95);
    const drop = descending.test(known) ? size * 0.2 : 0;
    laid.push({
      text: known,
      x: points(box[0]),
      baseline: points(box[3]) - drop,
      size,
      width: points(box[2] - box[0]),
    });
  }
  return laid;
}
