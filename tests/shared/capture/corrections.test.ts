import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Correction, noCorrection } from "#shared/archive/correction.ts";
import { cropTo, halves, straightenBy, turnBy, uncrop } from "#shared/capture/corrections.ts";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const area = fc.record({ left: share, top: share, right: share, bottom: share });

const close = (one: Correction, other: Correction) => {
  expect([one.turn, one.straighten]).toEqual([other.turn, other.straighten]);
  for (const side of ["left", "top", "right", "bottom"] as const)
    expect(one[side]).toBeCloseTo(other[side], 4);
};

describe("corrections of a page", () => {
  it("turned four times is as it was", () => {
    fc.assert(
      fc.property(area, (cut) => {
        const start = straightenBy(cropTo(noCorrection, cut), 1.5);
        close(turnBy(turnBy(turnBy(turnBy(start, 90), 90), 90), 90), start);
        close(turnBy(turnBy(start, 90), 270), start);
        close(turnBy(turnBy(start, 90), 90), turnBy(start, 180));
      }),
    );
  });

  it("keeps the same piece of the page when it is turned after a crop", () => {
    // The upper left corner goes to the upper right.
    const corner = cropTo(noCorrection, { left: 0, top: 0, right: 0.25, bottom: 0.5 });
    expect(turnBy(corner, 90)).toEqual({
      ...noCorrection,
      turn: 90,
      left: 0.5,
      top: 0,
      right: 1,
      bottom: 0.25,
    });
  });

  it("crops what is shown, however often, and never to nothing", () => {
    const half = cropTo(noCorrection, { left: 0.5, top: 0, right: 1, bottom: 1 });
    const quarter = cropTo(half, { left: 0.5, top: 0, right: 1, bottom: 1 });
    expect(quarter).toMatchObject({ left: 0.75, right: 1 });
    expect(uncrop(quarter)).toEqual(noCorrection);
    fc.assert(
      fc.property(area, area, (one, other) => {
        const { left, top, right, bottom } = cropTo(cropTo(noCorrection, one), other);
        expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
        expect(Math.max(right, bottom)).toBeLessThanOrEqual(1);
        expect(Math.min(right - left, bottom - top)).toBeGreaterThan(0.0003);
      }),
    );
  });

  it("halves share the cut and lose nothing of what was shown", () => {
    const shown = cropTo(noCorrection, { left: 0.1, top: 0.2, right: 0.9, bottom: 1 });
    const [left, right] = halves(shown, 0.5);
    expect(left).toMatchObject({ left: 0.1, right: 0.5, top: 0.2, bottom: 1 });
    expect(right).toMatchObject({ left: 0.5, right: 0.9, top: 0.2, bottom: 1 });
  });

  it("straightens within what a record may hold", () => {
    expect(straightenBy(straightenBy(noCorrection, 0.333), 0.1).straighten).toBe(0.43);
    expect(straightenBy(noCorrection, 80).straighten).toBe(45);
  });
});
