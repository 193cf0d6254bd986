import { expect, test } from "vitest";
import { driftOf, partsOfSpan } from "#shared/base/clock-drift.ts";

const noon = Date.UTC(2025, 4, 5, 12);

test("half of the round trip is taken off, and a second is all that a date names", () => {
  expect(driftOf(noon, noon - 900, noon + 1900)).toBe(0);
  const hours = 2 * 3_600_000 + 5 * 60_000;
  expect(driftOf(noon, noon + hours, noon + hours + 1000)).toBe(hours);
  expect(driftOf(noon, noon - hours, noon - hours + 1000)).toBe(-hours);
});

test("an answer without a time, one that took long, and a clock set back on the way say nothing", () => {
  expect(driftOf(Number.NaN, noon, noon)).toBeUndefined();
  expect(driftOf(noon, noon, noon + 31_000)).toBeUndefined();
  expect(driftOf(noon, noon, noon - 1)).toBeUndefined();
});

test("a span is said in days, hours and minutes", () => {
  expect(partsOfSpan(-(2 * 3_600_000 + 5 * 60_000))).toEqual({ days: 0, hours: 2, minutes: 5 });
  expect(partsOfSpan(3 * 86_400_000 + 20_000)).toEqual({ days: 3, hours: 0, minutes: 0 });
});
