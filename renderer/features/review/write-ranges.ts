/** Ranges as people write them: `12, 15–18`; of more than `most`, the first ones and how many are left out. */
export function writeRanges(
  ranges: readonly (readonly [number, number])[],
  most: number,
): { text: string; left: number } {
  const text = ranges
    .slice(0, most)
    .map(([from, to]) => (from === to ? String(from) : `${String(from)}–${String(to)}`))
    .join(", ");
  return { text, left: Math.max(0, ranges.length - most) };
}

/** How many numbers the ranges hold. */
export function countOfRanges(ranges: readonly (readonly [number, number])[]): number {
  return ranges.reduce((sum, [from, to]) => sum + to - from + 1, 0);
}
