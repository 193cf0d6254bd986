import { expect, test } from "vitest";
import { restBefore, restBetween } from "#province/store/rest-before.ts";

test("what follows others begins half a second after the last of them", () => {
  expect(restBefore({ first: 1000, last: 1000 }, 1000)).toBe(500);
  expect(restBefore({ first: 1000, last: 1400 }, 1499)).toBe(401);
  expect(restBefore({ first: 1000, last: 1400 }, 1900)).toBe(0);
  expect(restBefore({ first: 1000, last: 1400 }, 9000)).toBe(0);
});

test("and no later than half a minute after the first, however many more come", () => {
  expect(restBefore({ first: 1000, last: 30_900 }, 30_950)).toBe(50);
  expect(restBefore({ first: 1000, last: 31_000 }, 31_000)).toBe(0);
});

test("what follows others takes a quarter of the time while they come, and all of it once they have ended", () => {
  expect(restBetween(1000, 1499, 80)).toBe(240);
  expect(restBetween(1000, 1500, 80)).toBe(0);
});
