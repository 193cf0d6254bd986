import type { PageWords } from "#shared/archive/page.ts";
import type { PageBox } from "#shared/archive/reading.ts";
import { fold } from "#shared/base/fold.ts";

export type Word = PageWords["words"][number];

/** Words that stand side by side, from left to right. */
export type Line = {
  words: Word[];
  text: string;
  /** The text in which words are compared. */
  folded: string;
  box: PageBox;
};

/** A page of words: its lines from the top, and how wide and high it is in pixels. */
export type ReadPage = { pageId: string; width: number; height: number; lines: Line[] };

/** The lines of a page by their boxes. A wide gap parts a line: two columns stand on it. */
export function linesOf(words: readonly Word[]): Line[] {
  const byLine = new Map<number, Word[]>();
  for (const word of words) {
    if (!/[\p{L}\p{N}|/-]/u.test(word.text) || !isBox(word.box)) continue;
    const known = byLine.get(word.line);
    if (known) known.push(word);
    else byLine.set(word.line, [word]);
  }
  const lines = [...byLine.values()].flatMap((line) =>
    splitAtGaps(line.sort((one, other) => one.box[0] - other.box[0])),
  );
  return lines.sort((one, other) => one.box[1] - other.box[1] || one.box[0] - other.box[0]);
}

function lineOf(words: readonly Word[]): Line {
  const text = words.map((word) => word.text).join(" ");
  return { words: [...words], text, folded: fold(text), box: boxAround(words.map(({ box }) => box)) };
}

/** A text as a line, its words side by side. */
export function lineFrom(text: string): Line {
  const words = text
    .split(/\s+/)
    .filter((part) => part !== "")
    .map((part, at): Word => {
      const box: PageBox = [at * 10, 0, at * 10 + 9, 10];
      return { text: part.normalize("NFC"), confidence: 90, box, line: 0 };
    });
  return lineOf(words);
}

/** The lines within bounds, cut where they cross its sides; lines whose words all stand outside are left out. */
export function linesWithin(lines: readonly Line[], bounds: PageBox): Line[] {
  const [left, top, right, bottom] = bounds;
  return lines.flatMap((line) => {
    const inside = line.words.filter(({ box }) => {
      const [x, y] = middleOf(box);
      return x >= left && x <= right && y >= top && y <= bottom;
    });
    return inside.length === 0 ? [] : [inside.length === line.words.length ? line : lineOf(inside)];
  });
}

/** Parts of lines at one height as one line: what the reader took apart within a column. */
export function joinLevel(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  for (const line of lines) {
    const before = joined.findIndex((known) => areLevel(known.box, line.box));
    const known = joined[before];
    if (!known) joined.push(line);
    else {
      const words = [...known.words, ...line.words].sort((one, other) => one.box[0] - other.box[0]);
      joined[before] = lineOf(words);
    }
  }
  return joined.sort((one, other) => one.box[1] - other.box[1]);
}

const nowhere: PageBox = [0, 0, 0, 0];

export function boxAround(boxes: readonly PageBox[]): PageBox {
  const [first = nowhere] = boxes;
  return boxes.reduce(
    (around, box) => [
      Math.min(around[0], box[0]),
      Math.min(around[1], box[1]),
      Math.max(around[2], box[2]),
      Math.max(around[3], box[3]),
    ],
    first,
  );
}

export function middleOf(box: PageBox): [number, number] {
  return [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
}

export const heightOf = (line: Line): number => {
  const heights = line.words.map(({ box }) => box[3] - box[1]).sort((one, other) => one - other);
  return heights[Math.floor(heights.length / 2)] ?? 0;
};

/** The words of a line that stand between two places of its folded text. */
export function wordsAt(line: Line, from: number, to: number): Word[] {
  let at = 0;
  return line.words.filter((word) => {
    const begin = at;
    const end = begin + fold(word.text).length;
    at = end + 1;
    return begin < to && end > from;
  });
}

/** How well the words were read, 0 to 1: the least sure counts as much as their mean. */
export function readWell(words: readonly Word[]): number {
  if (words.length === 0) return 0;
  const sure = words.map(({ confidence }) => Math.max(0, Math.min(100, confidence)) / 100);
  const mean = sure.reduce((sum, one) => sum + one, 0) / sure.length;
  return (mean + Math.min(...sure)) / 2;
}

function areLevel(one: PageBox, other: PageBox): boolean {
  const shared = Math.min(one[3], other[3]) - Math.max(one[1], other[1]);
  const apart = one[2] <= other[0] || other[2] <= one[0];
  return apart && shared > 0.5 * Math.min(one[3] - one[1], other[3] - other[1]);
}

function splitAtGaps(words: readonly Word[]): Line[] {
  const heights = words.map(({ box }) => box[3] - box[1]).sort((one, other) => one - other);
  const wide = 2.6 * (heights[Math.floor(heights.length / 2)] ?? 0);
  const parts: Word[][] = [];
  for (const word of words) {
    // The side of a stamp's frame is read as a bar.
    if (!/[\p{L}\p{N}/-]/u.test(word.text)) {
      parts.push([]);
      continue;
    }
    const last = parts.at(-1);
    const before = last?.at(-1);
    if (last && before && word.box[0] - before.box[2] <= wide) last.push(word);
    else parts.push([word]);
  }
  return parts.filter((part) => part.length > 0).map(lineOf);
}

function isBox([left, top, right, bottom]: PageBox): boolean {
  return [left, top, right, bottom].every(Number.isFinite) && right > left && bottom > top;
}
