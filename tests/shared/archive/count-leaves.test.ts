import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  countFile,
  countItem,
  leavesOf,
  pagesOfLeaves,
  type Side,
  sideAt,
  sidesOf,
  stackSides,
  type StackSides,
  writtenPages,
} from "#shared/archive/count-leaves.ts";

const written: Side = { blank: "no" };
const blank: Side = { blank: "yes" };
const pages = (count: number) => Array.from({ length: count }, () => written);

it("counts two sides to a leaf, and a blank one as the back of the one before", () => {
  expect(leavesOf([written, blank, written, blank])).toEqual({ least: 2, most: 2 });
  expect(leavesOf([written, written, written])).toEqual({ least: 2, most: 3 });
  expect(leavesOf([blank, written])).toEqual({ least: 1, most: 2 });
  expect(writtenPages([written, blank])).toEqual({ least: 1, most: 2 });
});

const sided = (sides: StackSides, count: number, blanks: readonly number[] = []): Side[] =>
  Array.from({ length: count }, (_, at) => ({
    blank: blanks.includes(at) ? "yes" : "no",
    side: sideAt(at, sides),
  }));

describe("pages whose sides are known", () => {
  it("count each leaf once, whatever is blank", () => {
    expect(leavesOf(sided("one", 5))).toEqual({ least: 5, most: 5 });
    expect(leavesOf(sided("both", 6, [1, 3]))).toEqual({ least: 3, most: 3 });
    expect(leavesOf(sided("both", 5))).toEqual({ least: 3, most: 3 });
    expect(leavesOf(sided("one", 4, [1, 3]))).toEqual({ least: 4, most: 4 });
  });

  it("count right once blank backs are taken out, or a front is", () => {
    const [front, back] = sided("both", 2);
    const blankBack: Side = { blank: "yes", side: "back" };
    if (!front || !back) throw new Error("no pages");
    expect(leavesOf([front, front, back])).toEqual({ least: 2, most: 2 });
    expect(leavesOf([back, front, back])).toEqual({ least: 2, most: 2 });
    // The blank back of a separator sheet that led to the item is of no leaf of it.
    expect(leavesOf([blankBack, front, back])).toEqual({ least: 1, most: 1 });
  });

  it("add up with those of which nobody said anything", () => {
    expect(leavesOf([...pages(4), ...sided("both", 4), ...pages(1)])).toEqual({ least: 5, most: 7 });
    expect(countItem(sided("one", 80), { leaves: "1-40", pageCount: 0 })).toMatchObject({
      state: "over",
      found: 80,
    });
    expect(countItem(sided("both", 80), { leaves: "1-40", pageCount: 0 })).toMatchObject({ state: "equal" });
    expect(pagesOfLeaves(sided("both", 10, [9]), 3)).toBe(6);
    expect(pagesOfLeaves(sided("one", 10), 3)).toBe(3);
    expect(pagesOfLeaves(pages(10), 3)).toBe(6);
  });

  it("say how a whole stack was scanned, and nothing where it is mixed", () => {
    for (const sides of stackSides) expect(sidesOf(sided(sides, 4))).toBe(sides);
    expect(sidesOf([...sided("both", 2), ...pages(1)])).toBeUndefined();
    expect(sidesOf([{}])).toBe("");
  });

  it("never count more loosely than without them", () => {
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { maxLength: 40 }),
        fc.constantFrom("one", "both"),
        (backs, sides) => {
          const stack = sided(sides, backs.length, []);
          const { least, most } = leavesOf(stack);
          const loose = leavesOf(stack.map(({ blank: own }) => ({ blank: own })));
          expect(least).toBe(most);
          expect(least).toBeGreaterThanOrEqual(loose.least);
          expect(most).toBeLessThanOrEqual(loose.most);
        },
      ),
    );
  });
});

it.each([
  [37, "1-40", { unit: "leaf", found: 37, expected: 40, state: "short" }],
  [40, "1-40", { unit: "leaf", found: 40, expected: 40, state: "equal" }],
  [80, "1-40", { unit: "leaf", found: 40, expected: 40, state: "equal" }],
  [82, "1-40", { unit: "leaf", found: 41, expected: 40, state: "over" }],
  [0, "5", { unit: "leaf", found: 0, expected: 1, state: "none" }],
  [3, "", { unit: "page", found: 3, expected: 0, state: "unlisted" }],
  [3, "một tờ", { unit: "page", found: 3, expected: 0, state: "unlisted" }],
] as const)("tells %i pages beside leaves listed as “%s”", (count, leaves, told) => {
  expect(countItem(pages(count), { leaves, pageCount: 0 })).toEqual(told);
});

it("tells pages where they contradict the list though the leaves may not", () => {
  expect(countItem(pages(2), { leaves: "1-2", pageCount: 3 })).toMatchObject({
    unit: "page",
    state: "short",
  });
  expect(countItem([written, blank], { leaves: "", pageCount: 1 })).toMatchObject({ state: "equal" });
  expect(countItem(pages(2), { leaves: "", pageCount: 1 })).toMatchObject({ state: "over", found: 2 });
});

it("counts a file by the leaves of all its items", () => {
  const listed = { leafCount: 40, pageCount: 75 };
  expect(countFile([pages(20), pages(10)], listed)).toEqual({
    unit: "leaf",
    found: 30,
    expected: 40,
    state: "short",
  });
  expect(countFile([pages(30), pages(45)], listed)).toMatchObject({ state: "equal" });
});

const anySides = fc.array(
  fc.constantFrom<Side["blank"]>("", "no", "maybe", "yes").map((side) => ({ blank: side })),
  { maxLength: 60 },
);

it("holds for every stack: bounds in order, and grown by at most one leaf for each page more", () => {
  fc.assert(
    fc.property(anySides, fc.constantFrom<Side["blank"]>("no", "yes"), (held, next) => {
      const { least, most } = leavesOf(held);
      expect(least).toBeLessThanOrEqual(most);
      expect(most).toBeLessThanOrEqual(held.length);
      expect(least * 2).toBeGreaterThanOrEqual(held.length);
      const more = leavesOf([...held, { blank: next }]);
      expect(more.least - least).toBeOneOf([0, 1]);
      expect(more.most - most).toBeOneOf([0, 1]);
    }),
  );
});

it("allows what was truly scanned: leaves scanned on one side, on both, or with backs left out where blank", () => {
  const leaf = fc.record({ back: fc.boolean(), kept: fc.boolean() });
  fc.assert(
    fc.property(fc.array(leaf, { minLength: 1, maxLength: 40 }), (leaves) => {
      const stack = leaves.flatMap(({ back, kept }) =>
        back ? [written, written] : kept ? [written, blank] : [written],
      );
      const { least, most } = leavesOf(stack);
      expect(least).toBeLessThanOrEqual(leaves.length);
      expect(most).toBeGreaterThanOrEqual(leaves.length);
      const item = { leaves: leaves.length === 1 ? "1" : `1-${leaves.length}`, pageCount: 0 };
      expect(countItem(stack, item)).toMatchObject({ state: "equal", found: leaves.length });
    }),
  );
});
