import type { PageBox } from "#shared/archive/reading.ts";
import type { Zone } from "#renderer/ui/place-words.ts";

/** Boxes of a page as shares of it, and the zone around them all. */
export function zonesOf(
  boxes: readonly PageBox[],
  page: { width: number; height: number },
): { whole: Zone; parts: Zone[] } | undefined {
  if (boxes.length === 0 || page.width === 0 || page.height === 0) return undefined;
  const parts = boxes.map(([left, top, right, bottom]): Zone => [
    left / page.width,
    top / page.height,
    right / page.width,
    bottom / page.height,
  ]);
  const sides = (at: 0 | 1 | 2 | 3) => parts.map((part) => part[at]);
  const whole: Zone = [
    Math.min(...sides(0)),
    Math.min(...sides(1)),
    Math.max(...sides(2)),
    Math.max(...sides(3)),
  ];
  return { whole, parts };
}
