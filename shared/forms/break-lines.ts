import type { Face, Measure } from "#shared/forms/sheet.ts";

export type Type = { size: number; face: Face };

/** Lines of a text no wider than `width`: broken at spaces and line ends, inside a word only where it is too wide. */
export function breakLines(text: string, width: number, type: Type, measure: Measure): string[] {
  const lines: string[] = [];
  const space = measure(" ", type.size, type.face);
  for (const paragraph of text.split(/\r?\n/)) {
    let line = "";
    let used = 0;
    for (const word of paragraph.split(/[ \t\u00a0]+/).filter(Boolean)) {
      const wide = measure(word, type.size, type.face);
      if (line !== "" && used + space + wide <= width) {
        line += ` ${word}`;
        used += space + wide;
        continue;
      }
      if (line !== "") lines.push(line);
      [line, used] = [word, wide];
      if (wide <= width) continue;
      const pieces = splitWord(word, width, type, measure);
      line = pieces.pop() ?? "";
      lines.push(...pieces);
      used = measure(line, type.size, type.face);
    }
    lines.push(line);
  }
  return lines;
}

/** Pieces of a word that fit: after a slash, dash or dot where one stands late enough, otherwise anywhere. */
function splitWord(word: string, width: number, type: Type, measure: Measure): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const letter of graphemes(word)) {
    if (piece !== "" && measure(piece + letter, type.size, type.face) > width) {
      const at = Math.max(...["/", "-", ".", "_"].map((mark) => piece.lastIndexOf(mark))) + 1;
      const cut = at > piece.length / 2 ? at : piece.length;
      pieces.push(piece.slice(0, cut));
      piece = piece.slice(cut);
    }
    piece += letter;
  }
  return [...pieces, piece];
}

/** Letters with the marks that belong to them. */
function graphemes(word: string): string[] {
  return word.match(/\P{M}\p{M}*|\p{M}+/gu) ?? [];
}
