import { expect, it } from "vitest";
import { nextNotation } from "#shared/archive/next-notation.ts";

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
