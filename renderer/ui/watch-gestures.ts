/** A place on the display, as pointers tell it. */
export type Point = { x: number; y: number };

/** What one turn of a wheel makes of a picture at the most. */
const turn = 120;

/**
 * Tells by how much somebody wants a frame's picture larger, and about which point: by the wheel, or by two fingers,
 * which also move it. One finger scrolls as it always does. Answers how to stop.
 */
export function watchGestures(frame: HTMLElement, zoomBy: (factor: number, at: Point) => void): () => void {
  const wheel = (event: WheelEvent) => {
    if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) return;
    event.preventDefault();
    const pixels = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1);
    const by = Math.max(-turn, Math.min(turn, pixels));
    // A pinch on a touchpad comes as a wheel with Ctrl, in small steps.
    zoomBy(Math.exp(-by * (event.ctrlKey ? 0.01 : 0.0025)), { x: event.clientX, y: event.clientY });
  };
  let last: (Point & { span: number }) | undefined;
  const touch = (event: TouchEvent) => {
    const [one, two] = event.touches;
    if (!one || !two || event.touches.length > 2) {
      last = undefined;
      return;
    }
    if (event.cancelable) event.preventDefault();
    const middle = { x: (one.clientX + two.clientX) / 2, y: (one.clientY + two.clientY) / 2 };
    const span = Math.max(1, Math.hypot(one.clientX - two.clientX, one.clientY - two.clientY));
    if (last) {
      frame.scrollBy(last.x - middle.x, last.y - middle.y);
      zoomBy(span / last.span, middle);
    }
    last = { ...middle, span };
  };
  const touches = ["touchstart", "touchmove", "touchend", "touchcancel"] as const;
  frame.addEventListener("wheel", wheel, { passive: false });
  for (const name of touches) frame.addEventListener(name, touch, { passive: false });
  return () => {
    frame.removeEventListener("wheel", wheel);
    for (const name of touches) frame.removeEventListener(name, touch);
  };
}
