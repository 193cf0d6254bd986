/** A part of a page, each side as a share of its width or height: left, top, right, bottom. */
export type Zone = readonly [number, number, number, number];

/** A word and where it stands, in reading order. */
export type Placed = { text: string; zone: Zone; line: number };

/** The words that a zone covers by their middle; of a zone too small to cover any, the word it lies in. */
export function inZone(words: readonly Placed[], zone: Zone): Placed[] {
  const [left, right] = [Math.min(zone[0], zone[2]), Math.max(zone[0], zone[2])];
  const [top, bottom] = [Math.min(zone[1], zone[3]), Math.max(zone[1], zone[3])];
  const isClick = right - left < 0.008 && bottom - top < 0.008;
  if (isClick) {
    const at = words.find(({ zone: [x0, y0, x1, y1] }) => left >= x0 && left <= x1 && top >= y0 && top <= y1);
    return at ? [at] : [];
  }
  return words.filter(({ zone: [x0, y0, x1, y1] }) => {
    const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
    return x >= left && x <= right && y >= top && y <= bottom;
  });
}

/** The word that a key leads to from the word at `from` (nothing: the first); nothing for other keys. */
export function moveWord(
  words: readonly Placed[],
  from: number | undefined,
  key: string,
): number | undefined {
  if (words.length === 0) return undefined;
  const last = words.length - 1;
  if (key === "Home") return 0;
  if (key === "End") return last;
  if (!["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"].includes(key)) return undefined;
  if (from === undefined) return 0;
  if (key === "ArrowRight") return Math.min(last, from + 1);
  if (key === "ArrowLeft") return Math.max(0, from - 1);
  return nearestLine(words, from, key === "ArrowDown" ? 1 : -1) ?? from;
}

/** The word above or below that stands nearest by its left edge. */
function nearestLine(words: readonly Placed[], from: number, by: 1 | -1): number | undefined {
  const here = words[from];
  if (!here) return undefined;
  const lines = [...new Set(words.filter(({ line }) => (line - here.line) * by > 0).map(({ line }) => line))];
  const line = lines.sort((one, other) => (one - other) * by)[0];
  let best: number | undefined;
  words.forEach((word, at) => {
    if (word.line !== line) return;
    const far = Math.abs(word.zone[0] - here.zone[0]);
    if (best === undefined || far < Math.abs((words[best]?.zone[0] ?? 0) - here.zone[0])) best = at;
  });
  return best;
}
