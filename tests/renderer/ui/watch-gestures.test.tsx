import { expect, it } from "vitest";
import { watchGestures } from "#renderer/ui/watch-gestures.ts";

function watched() {
  const frame = document.createElement("div");
  const zoomed: { factor: number; x: number; y: number }[] = [];
  const moved: [number, number][] = [];
  frame.scrollBy = ((x: number, y: number) => void moved.push([x, y])) as typeof frame.scrollBy;
  const stop = watchGestures(frame, (factor, at) => void zoomed.push({ factor, ...at }));
  const send = (name: string, more: object) => {
    const event = new Event(name, { cancelable: true, bubbles: true });
    for (const [key, value] of Object.entries(more)) Object.defineProperty(event, key, { value });
    frame.dispatchEvent(event);
    return event.defaultPrevented;
  };
  const turn = (more: object) =>
    send("wheel", { deltaX: 0, deltaY: 0, deltaMode: 0, clientX: 30, clientY: 40, ...more });
  const touch = (name: string, ...points: [number, number][]) =>
    send(name, { touches: points.map(([clientX, clientY]) => ({ clientX, clientY })) });
  return { zoomed, moved, turn, touch, stop };
}

it("makes a picture larger about the pointer by the wheel, back by as much, and leaves sideways scrolling alone", () => {
  const { zoomed, turn, stop } = watched();
  expect(turn({ deltaY: -120 })).toBe(true);
  expect(turn({ deltaY: 120 })).toBe(true);
  expect(zoomed[0]?.factor).toBeGreaterThan(1.2);
  expect((zoomed[0]?.factor ?? 0) * (zoomed[1]?.factor ?? 0)).toBeCloseTo(1);
  expect(zoomed[0]).toMatchObject({ x: 30, y: 40 });
  // Lines count as lines, a pinch on a touchpad counts more, and no leap is larger than a turn.
  turn({ deltaY: -3, deltaMode: 1 });
  turn({ deltaY: -10, ctrlKey: true });
  turn({ deltaY: -5000 });
  expect(zoomed[2]?.factor).toBeCloseTo(Math.exp(48 * 0.0025));
  expect(zoomed[3]?.factor).toBeCloseTo(Math.exp(0.1));
  expect(zoomed[4]?.factor).toBe(zoomed[0]?.factor);
  expect(turn({ deltaY: -10, deltaX: 60 })).toBe(false);
  expect(turn({ deltaY: -10, shiftKey: true })).toBe(false);
  stop();
  turn({ deltaY: -120 });
  expect(zoomed).toHaveLength(5);
});

it("follows two fingers: what is between them stays there; one finger scrolls as ever", () => {
  const { zoomed, moved, touch } = watched();
  expect(touch("touchstart", [100, 100])).toBe(false);
  expect(touch("touchmove", [90, 90])).toBe(false);
  expect(touch("touchstart", [100, 100], [200, 100])).toBe(true);
  expect(touch("touchmove", [90, 110], [290, 110])).toBe(true);
  expect(zoomed).toEqual([{ factor: 2, x: 190, y: 110 }]);
  expect(moved).toEqual([[-40, -10]]);
  touch("touchend", [290, 110]);
  touch("touchstart", [0, 0], [10, 0]);
  expect(zoomed, "a new grip begins anew").toHaveLength(1);
});
