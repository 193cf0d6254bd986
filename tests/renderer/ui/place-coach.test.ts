import fc from "fast-check";
import { expect, it } from "vitest";
import { placeCoach } from "#renderer/ui/place-coach.ts";

const view = { width: 1280, height: 800 };
const size = { width: 384, height: 200 };

it("stands below, above or beside what it speaks of, in the corner where nothing fits", () => {
  expect(placeCoach({ top: 100, left: 300, width: 200, height: 40 }, size, view)).toEqual({
    top: 152,
    left: 300,
  });
  expect(placeCoach({ top: 740, left: 300, width: 200, height: 40 }, size, view)).toEqual({
    top: 528,
    left: 300,
  });
  expect(placeCoach({ top: 60, left: 0, width: 250, height: 700 }, size, view)).toEqual({
    top: 60,
    left: 262,
  });
  expect(placeCoach(undefined, size, view)).toEqual({ top: 552, left: 884 });
  expect(placeCoach({ top: 0, left: 0, width: 1280, height: 800 }, size, view)).toEqual({
    top: 552,
    left: 884,
  });
});

it("is always within the window", () => {
  const side = fc.integer({ min: -2000, max: 3000 });
  const length = fc.integer({ min: 0, max: 3000 });
  fc.assert(
    fc.property(side, side, length, length, (top, left, width, height) => {
      const at = placeCoach({ top, left, width, height }, size, view);
      expect(at.top).toBeGreaterThanOrEqual(0);
      expect(at.left).toBeGreaterThanOrEqual(0);
      expect(at.top + size.height).toBeLessThanOrEqual(view.height);
      expect(at.left + size.width).toBeLessThanOrEqual(view.width);
    }),
  );
});
