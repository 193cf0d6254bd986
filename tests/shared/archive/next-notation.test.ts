import { expect, it } from "vitest";
import { nextNotation, renumbered } from "#shared/archive/next-notation.ts";

it("counts on as the siblings are counted", () => {
  expect(nextNotation(["I", "II", "VIII"], 1)).toBe("IX");
  expect(nextNotation(["XXXIX"], 1)).toBe("XL");
  expect(nextNotation(["A", "B", "C"], 1)).toBe("D");
  expect(nextNotation(["a", "b", "c", "d"], 3)).toBe("đ");
  expect(nextNotation(["1.9"], 2)).toBe("1.10");
  expect(nextNotation(["01", "02"], 2)).toBe("03");
  expect(nextNotation(["3", "1"], 2)).toBe("4");
});

it("begins each level with its own count, and makes nothing up where there is none to follow", () => {
  expect([1, 2, 3, 4].map((level) => nextNotation([], level))).toEqual(["I", "1", "a", "1"]);
  expect(nextNotation(["I", "2"], 1)).toBe("");
  expect(nextNotation(["y"], 3)).toBe("");
  expect(nextNotation(["", ""], 1)).toBe("");
});

it("numbers siblings again in the order in which they stand", () => {
  expect(renumbered(["II", "V", "I"], 1)).toEqual(["I", "II", "III"]);
  expect(renumbered(["b", "", "a"], 3)).toEqual(["a", "b", "c"]);
  expect(renumbered(["2017", "2016"], 3)).toEqual(["2016", "2017"]);
  expect(renumbered(["03", "03"], 2)).toEqual(["03", "04"]);
  expect(renumbered(["I", "x.y"], 1)).toEqual(["I", "II"]);
  expect(renumbered([], 1)).toEqual([]);
  const many = Array.from({ length: 25 }, () => "a");
  expect(renumbered(many, 3).at(-1)).toBe("25");
});
