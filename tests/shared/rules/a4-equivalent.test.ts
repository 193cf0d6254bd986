import { expect, test } from "vitest";
import { a4Equivalent } from "#shared/rules/a4-equivalent.ts";

const scan = (widthMm: number, heightMm: number, dpi = 300) => ({
  width: Math.round((widthMm / 25.4) * dpi),
  height: Math.round((heightMm / 25.4) * dpi),
  dpi,
});

test("sizes of paper count as pages of A4, however the paper lies", () => {
  expect(a4Equivalent(scan(210, 297))).toBe(1);
  expect(a4Equivalent(scan(148, 210))).toBe(1);
  expect(a4Equivalent(scan(297, 420))).toBe(2);
  expect(a4Equivalent(scan(420, 297))).toBe(2);
  expect(a4Equivalent(scan(420, 594))).toBe(4);
  expect(a4Equivalent(scan(594, 841, 150))).toBe(8);
  expect(a4Equivalent(scan(841, 1189, 100))).toBe(16);
  expect(a4Equivalent(scan(2000, 3000, 72))).toBe(16);
});

test("a page up to a tenth over a size is of that size; more is of the next", () => {
  expect(a4Equivalent(scan(210 * 1.09, 297))).toBe(1);
  expect(a4Equivalent(scan(210 * 1.13, 297))).toBe(2);
});

test("a scan of unknown resolution is one page", () => {
  expect(a4Equivalent({ width: 9000, height: 9000, dpi: 0 })).toBe(1);
});
