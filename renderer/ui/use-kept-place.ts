import { type RefObject, useLayoutEffect, useRef } from "react";
import type { Point } from "./watch-gestures.ts";

/** A point of the display, which part of the page is to be under it, and how the frame was scrolled for that. */
type Held = { at: Point; share: Point; left: number; top: number };

/**
 * Keeps what was in the middle of the frame in its middle when the page grows or shrinks; or, where a point is held
 * before, what is under that point, as soon as the page is large enough for it.
 */
export function useKeptPlace(
  frame: RefObject<HTMLElement | null>,
  sheet: RefObject<HTMLElement | null>,
  scale: number,
): (at: Point) => void {
  const before = useRef(scale);
  const held = useRef<Held>(undefined);
  const isDue = useRef(false);
  useLayoutEffect(() => {
    const element = frame.current;
    const ratio = scale / before.current;
    const { current: point } = held;
    before.current = scale;
    if (!element || ratio === 1) return;
    if (isDue.current && point && sheet.current) {
      isDue.current = false;
      const { left, top, width, height } = sheet.current.getBoundingClientRect();
      element.scrollBy(left + point.share.x * width - point.at.x, top + point.share.y * height - point.at.y);
      held.current = { ...point, left: element.scrollLeft, top: element.scrollTop };
      return;
    }
    const keep = (offset: number, inner: number) => (offset + inner / 2) * ratio - inner / 2;
    element.scrollTo({
      left: keep(element.scrollLeft, element.clientWidth),
      top: keep(element.scrollTop, element.clientHeight),
    });
  }, [frame, sheet, scale]);
  return (at) => {
    const place = sheet.current?.getBoundingClientRect();
    if (!place || isDue.current) return;
    isDue.current = true;
    const { current: last } = held;
    // The same turn of the wheel goes on: what it began on counts, also where the page could not be moved so far yet.
    const isSame =
      last !== undefined &&
      Math.hypot(at.x - last.at.x, at.y - last.at.y) < 2 &&
      last.left === frame.current?.scrollLeft &&
      last.top === frame.current.scrollTop;
    if (isSame) return;
    const share = { x: (at.x - place.left) / place.width, y: (at.y - place.top) / place.height };
    held.current = { at, share, left: -1, top: -1 };
  };
}
