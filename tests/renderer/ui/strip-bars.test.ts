import fc from "fast-check";
import { expect, it } from "vitest";
import { stripBars } from "#renderer/ui/strip-bars.ts";

it("draws one bar for each number of a short series", () => {
  const bars = stripBars(5, [[2, 3]], [4]);
  expect(bars.map(({ state, title }) => `${title} ${state}`)).toEqual([
    "1 present",
    "2 gap",
    "3 gap",
    "4 repeat",
    "5 present",
  ]);
});

it("draws nothing of an empty series", () => {
  expect(stripBars(0, [], [])).toEqual([]);
});

it("shares bars in a long series, and shows a single gap and a single repeat in it", () => {
  const bars = stripBars(9000, [[4501, 4501]], [1], 300);
  expect(bars).toHaveLength(300);
  expect(bars[150]).toEqual({ state: "gap", share: 29 / 30, title: "4501–4530" });
  expect(bars[0]?.state).toBe("repeat");
  expect(bars.filter(({ state }) => state !== "present")).toHaveLength(2);
});

it("every number lies under one bar, and a bar is a gap where one of its numbers is missing", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 500 }),
      fc.integer({ min: 1, max: 40 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 500 })),
      (last, most, missing) => {
        const gaps = missing
          .filter((number) => number <= last)
          .sort((a, b) => a - b)
          .map((number) => [number, number] as const);
        const spans = stripBars(last, gaps, [], most).map((bar) => {
          const [from = 0, to = from] = bar.title.split("–").map(Number);
          return { ...bar, from, to };
        });
        expect(spans[0]?.from).toBe(1);
        expect(spans.at(-1)?.to).toBe(last);
        for (const [at, { from, to, state, share }] of spans.entries()) {
          if (at > 0) expect(from).toBe((spans[at - 1]?.to ?? 0) + 1);
          const lacking = gaps.filter(([number]) => number >= from && number <= to).length;
          expect(state).toBe(lacking > 0 ? "gap" : "present");
          expect(share).toBeCloseTo(1 - lacking / (to - from + 1));
        }
      },
    ),
  );
});
