import { expect, it } from "vitest";
import { readTimeOfDay, writeTimeOfDay } from "#shared/base/time-of-day.ts";

it("reads a time of the day as people write it", () => {
  expect(["18:30", "6:05", " 18h30 ", "18g30", "18h", "7", "00:00", "23:59"].map(readTimeOfDay)).toEqual([
    1110, 365, 1110, 1110, 1080, 420, 0, 1439,
  ]);
  expect(["24:00", "12:60", "", "tối", "1830", "-1:00", "12:5"].map(readTimeOfDay)).toEqual(
    Array.from({ length: 7 }),
  );
});

it("writes what it reads", () => {
  for (let minute = 0; minute < 1440; minute += 1) expect(readTimeOfDay(writeTimeOfDay(minute))).toBe(minute);
});
