import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mayMakeReserve, reserveSize, roomState, stopBelow, warnBelow } from "#shared/rules/disk-room.ts";

const gigabyte = 1_000_000_000;
const use = { journalBytes: 200_000_000, pagesAtOnce: 2 };

describe("the room on a disk", () => {
  it("is warned of below 2 GB, and stops below the margin of what is being done", () => {
    const total = 250 * gigabyte;
    const stop = stopBelow(total, use);
    expect(stop).toBe(106_000_000);
    expect(roomState({ free: 3 * gigabyte, total }, stop)).toBe("good");
    expect(roomState({ free: 1.9 * gigabyte, total }, stop)).toBe("low");
    expect(roomState({ free: 105_000_000, total }, stop)).toBe("stop");
  });

  it("counts what is coming: an import that would fill the disk is stopped before it begins", () => {
    const total = 250 * gigabyte;
    const stop = stopBelow(total, use);
    expect(roomState({ free: 3 * gigabyte, total }, stop, 2.95 * gigabyte)).toBe("stop");
  });

  it("is measured by the disk where that is small", () => {
    expect(warnBelow(10 * gigabyte)).toBe(gigabyte);
    expect(reserveSize(gigabyte)).toBe(20_000_000);
    expect(reserveSize(100 * gigabyte)).toBe(64_000_000);
    expect(stopBelow(gigabyte, use)).toBe(50_000_000);
  });

  it("never turns better as the disk fills, and a new reserve never stops the work", () => {
    const order = ["good", "low", "stop"];
    fc.assert(
      fc.property(
        fc.nat(2 ** 40),
        fc.nat(2 ** 40),
        fc.nat(2 ** 40),
        fc.record({ journalBytes: fc.nat(2 ** 36), pagesAtOnce: fc.nat(64) }),
        (one, other, total, work) => {
          const stop = stopBelow(total, work);
          const [less, more] = [Math.min(one, other), Math.max(one, other)];
          const at = (free: number) => order.indexOf(roomState({ free, total }, stop));
          expect(at(less)).toBeGreaterThanOrEqual(at(more));
          if (mayMakeReserve({ free: one, total }, stop))
            expect(roomState({ free: one - reserveSize(total), total }, stop)).not.toBe("stop");
        },
      ),
    );
  });
});
