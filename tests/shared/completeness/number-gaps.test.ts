import { expect, test } from "vitest";
import { type Numbered, numberGaps, numberOf, widestGap } from "#shared/completeness/number-gaps.ts";
import { seeded } from "#tests/helpers/seeded.ts";

const boxes = (inventory: string, ...texts: string[]): Numbered[] =>
  texts.map((text) => ({ inventory, box: "", text }));
const files = (inventory: string, box: string, ...texts: string[]): Numbered[] =>
  texts.map((text) => ({ inventory, box, text }));

test("boxes 1, 2 and 4: 3 lacks, however they are written", () => {
  expect(numberGaps(boxes("01", "1", "2", "4"), false)).toEqual([
    { inventory: "01", box: "", from: 3, to: 3 },
  ]);
  expect(numberGaps(boxes("", "Hộp 1", "hopso02", "4a", "4b", "7"), false)).toEqual([
    { inventory: "", box: "", from: 3, to: 3 },
    { inventory: "", box: "", from: 5, to: 6 },
  ]);
});

test("what comes before the first is not asked for, nor what has no number or jumps ahead", () => {
  expect(numberGaps(boxes("01", "12", "13"), false)).toEqual([]);
  expect(numberGaps(boxes("01", "", "A", "2015/3", "1", "2"), false)).toEqual([]);
  expect(numberGaps(boxes("01", "1", String(widestGap + 3)), false)).toEqual([]);
  expect(numberGaps(boxes("01", "1", String(widestGap + 2)), false)).toHaveLength(1);
  expect(numberOf("0")).toBeUndefined();
  expect(numberOf("HS-012")).toBe(12);
});

test("a row runs on through the inventory lists, or begins anew in each", () => {
  const running = [...boxes("01", "1", "2", "3"), ...boxes("02", "5", "6")];
  expect(numberGaps(running, false)).toEqual([{ inventory: "", box: "", from: 4, to: 4 }]);
  const anew = [...boxes("01", "1", "2", "4"), ...boxes("02", "1", "2", "3", "4")];
  expect(numberGaps(anew, false)).toEqual([{ inventory: "01", box: "", from: 3, to: 3 }]);
  const oneTwice = [...boxes("01", "1", "2", "3", "4"), ...boxes("02", "4", "6", "7")];
  expect(numberGaps(oneTwice, false), "one number by mistake begins no row anew").toEqual([
    { inventory: "", box: "", from: 5, to: 5 },
  ]);
});

test("files run on through the boxes, or begin anew in each", () => {
  const running = [...files("01", "1", "1", "2", "3"), ...files("01", "2", "5", "6")];
  expect(numberGaps(running, true)).toEqual([{ inventory: "01", box: "", from: 4, to: 4 }]);
  const anew = [...files("01", "1", "1", "3"), ...files("01", "2", "1", "2", "3")];
  expect(numberGaps(anew, true)).toEqual([{ inventory: "01", box: "1", from: 2, to: 2 }]);
  expect(numberGaps(files("01", "1", "1", "3"), false)).toEqual([
    { inventory: "01", box: "", from: 2, to: 2 },
  ]);
});

test("of one row, what is there and what is said to lack make it whole, at random", () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const chance = seeded(seed);
    const there = Array.from({ length: 2 + chance(30) }, () => 1 + chance(60));
    const gaps = numberGaps(
      there.map((number) => ({ inventory: "01", box: "", text: String(number) })),
      false,
    );
    const lacking = gaps.flatMap(({ from, to }) =>
      Array.from({ length: to - from + 1 }, (_, at) => from + at),
    );
    const all = [...new Set([...there, ...lacking])].sort((one, other) => one - other);
    const first = Math.min(...there);
    expect(all, `seed ${seed}`).toEqual(
      Array.from({ length: Math.max(...there) - first + 1 }, (_, at) => first + at),
    );
    expect(
      lacking.filter((number) => there.includes(number)),
      `seed ${seed}`,
    ).toEqual([]);
  }
});
