import { type PointerEvent, type RefObject, useLayoutEffect, useRef, useState } from "react";
import type { Size, Zone } from "./page-zoom.ts";

/** The part of a frame that a key moves it by. */
const stride = 0.2;

/** The frame a page lies in: its size, and how it is moved by hand, by key, and to a place. */
export function usePan(frame: RefObject<HTMLDivElement | null>) {
  const [size, setSize] = useState<Size>({ width: 800, height: 600 });
  const grip = useRef<{ x: number; y: number; left: number; top: number }>(undefined);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    // The frame's own box, without scrollbars: they come and go with the page's size.
    const measure = () => setSize({ width: element.offsetWidth, height: element.offsetHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return {
    size,
    by(x: number, y: number) {
      frame.current?.scrollBy({ left: x * size.width * stride, top: y * size.height * stride });
    },
    /** Brings the middle of a zone into the middle, smoothly where the person wants things to move. */
    to(zone: Zone, sheet: HTMLElement) {
      const element = frame.current;
      if (!element) return;
      const [left, top, right, bottom] = zone;
      const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
      element.scrollTo({
        left: sheet.offsetLeft + ((left + right) / 2) * sheet.offsetWidth - element.clientWidth / 2,
        top: sheet.offsetTop + ((top + bottom) / 2) * sheet.offsetHeight - element.clientHeight / 2,
        behavior: calm ? "auto" : "smooth",
      });
    },
    drag: {
      onPointerDown(event: PointerEvent<HTMLDivElement>) {
        const element = frame.current;
        if (!element || event.button !== 0 || event.pointerType === "touch" || !isOver(element)) return;
        grip.current = {
          x: event.clientX,
          y: event.clientY,
          left: element.scrollLeft,
          top: element.scrollTop,
        };
      },
      onPointerMove(event: PointerEvent<HTMLDivElement>) {
        const { current } = grip;
        const element = frame.current;
        if (!current || !element) return;
        const [x, y] = [event.clientX - current.x, event.clientY - current.y];
        if (!element.hasPointerCapture(event.pointerId)) {
          // A click that trembles is still a click.
          if (Math.hypot(x, y) < 4) return;
          element.setPointerCapture(event.pointerId);
        }
        element.scrollTo({ left: current.left - x, top: current.top - y });
      },
      onPointerUp: () => (grip.current = undefined),
      onPointerCancel: () => (grip.current = undefined),
    },
  };
}

function isOver(element: HTMLElement): boolean {
  return element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight;
}
