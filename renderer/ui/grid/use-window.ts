import { useCallback, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { headHeight, rowHeight } from "./layout.ts";

/** The rows drawn: those in view and some around them, `last` inclusive; they may lie beyond the first and last row. */
export type Window = { first: number; last: number };

const around = 4;
const step = 4;

/** How many pixels a rem is now: every size of the app scales by it. */
export function remInPixels(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}

/**
 * The rows of a frame that are drawn, as the frame is scrolled, resized and scaled. Rows are of one height, so that
 * nothing is measured however many there are. `measure` reads the frame anew, for who has just scrolled it.
 */
export function useWindow() {
  const frame = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<Window>({ first: 0, last: 29 });
  const measure = useCallback(() => {
    const seen = inView(frame.current);
    // By steps: a scroll by a row or two draws nothing new. Always as many, so that what is drawn can be used again.
    const first = Math.floor((seen.first - around) / step) * step;
    const last = first + Math.ceil((seen.last - seen.first + 2 * around) / step + 1) * step - 1;
    setDrawn((before) => (before.first === first && before.last === last ? before : { first, last }));
  }, []);
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    window.addEventListener("resize", measure);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      window.removeEventListener("resize", measure);
      observer.disconnect();
    };
  }, [measure]);
  useEffect(() => {
    const element = frame.current;
    const onScroll = () => {
      const { first, last } = inView(element);
      // What came into view is not drawn yet: draw it before the next frame is shown, not after.
      if (first < drawn.first || last > drawn.last) flushSync(measure);
      else measure();
    };
    element?.addEventListener("scroll", onScroll, { passive: true });
    return () => element?.removeEventListener("scroll", onScroll);
  }, [measure, drawn]);
  return { frame, drawn, measure };
}

function inView(frame: HTMLElement | null): Window {
  const { scrollTop = 0, clientHeight = 0 } = frame ?? {};
  const rem = remInPixels();
  const height = rowHeight * rem;
  return {
    first: Math.floor(scrollTop / height),
    last: Math.floor((scrollTop + clientHeight - headHeight * rem) / height),
  };
}
