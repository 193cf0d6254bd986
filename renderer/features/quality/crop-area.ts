import type { Area } from "#shared/capture/corrections.ts";

/** How far one key moves an edge, in shares of the page. */
const step = 0.01;
const least = 0.05;

const moves: Record<string, [number, number]> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, -step],
  ArrowDown: [0, step],
};

/** The area after a key: arrows move its upper left corner, with Shift its lower right; nothing for other keys. */
export function moveArea(area: Area, key: string, shift: boolean): Area | undefined {
  const move = moves[key];
  if (!move) return undefined;
  const [across, down] = move;
  return shift
    ? {
        ...area,
        right: within(area.right + across, area.left + least, 1),
        bottom: within(area.bottom + down, area.top + least, 1),
      }
    : {
        ...area,
        left: within(area.left + across, 0, area.right - least),
        top: within(area.top + down, 0, area.bottom - least),
      };
}

/** The area between two points of the page, in shares of it. */
export function areaBetween(one: { x: number; y: number }, other: { x: number; y: number }): Area {
  const clamp = (value: number) => within(value, 0, 1);
  return {
    left: clamp(Math.min(one.x, other.x)),
    right: clamp(Math.max(one.x, other.x)),
    top: clamp(Math.min(one.y, other.y)),
    bottom: clamp(Math.max(one.y, other.y)),
  };
}

function within(value: number, low: number, high: number): number {
  return Math.round(Math.max(low, Math.min(high, value)) * 10_000) / 10_000;
}
