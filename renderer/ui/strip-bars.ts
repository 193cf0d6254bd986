/** One bar of a strip: what is worst of its numbers, which share of them is there, and which they are. */
export type StripBar = { state: "present" | "gap" | "repeat"; share: number; title: string };

/** More numbers than this share bars. */
export const mostBars = 300;

/** The numbers 1…`last` as at most `most` bars of equal width; `gaps` in rising order, each from its first to its last. */
export function stripBars(
  last: number,
  gaps: readonly (readonly [number, number])[],
  repeats: readonly number[],
  most = mostBars,
): StripBar[] {
  const count = Math.min(last, most);
  const bars: StripBar[] = [];
  let gap = 0;
  const twice = new Set(repeats.map((number) => Math.floor(((number - 1) * count) / last)));
  for (let bar = 0; bar < count; bar += 1) {
    const from = Math.ceil((bar * last) / count) + 1;
    const to = Math.ceil(((bar + 1) * last) / count);
    let missing = 0;
    while (gap < gaps.length && (gaps[gap]?.[0] ?? 0) <= to) {
      const [first, end] = gaps[gap] ?? [0, 0];
      missing += Math.max(0, Math.min(end, to) - Math.max(first, from) + 1);
      if (end > to) break;
      gap += 1;
    }
    bars.push({
      state: twice.has(bar) ? "repeat" : missing > 0 ? "gap" : "present",
      share: 1 - missing / (to - from + 1),
      title: from === to ? String(from) : `${String(from)}–${String(to)}`,
    });
  }
  return bars;
}
