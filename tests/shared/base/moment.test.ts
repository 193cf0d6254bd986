import fc from "fast-check";
import { expect, test } from "vitest";
import { dayNumber, dayOfNumber, readMoment, writeMoment } from "#shared/base/moment.ts";
import {
  dayAfter,
  dayInVietnam,
  daysBetween,
  minuteInVietnam,
  momentInVietnam,
} from "#shared/base/vietnam-time.ts";

test("moments are written and read as the platform does, through four centuries", () => {
  const moment = fc.integer({ min: Date.UTC(1800, 0, 1), max: Date.UTC(2200, 0, 1) });
  fc.assert(
    fc.property(moment, (ms) => {
      expect(writeMoment(ms)).toBe(new Date(ms).toISOString());
      expect(readMoment(writeMoment(ms))).toBe(ms);
      expect(dayOfNumber(dayNumber(writeMoment(ms).slice(0, 10)))).toBe(writeMoment(ms).slice(0, 10));
    }),
    { numRuns: 2000 },
  );
  expect(readMoment("hôm qua")).toBeNaN();
});

test("Vietnam's day begins at 17:00 in UTC, and its minutes count from there", () => {
  expect(dayInVietnam(Date.parse("2025-05-20T16:59:59.999Z"))).toBe("2025-05-20");
  expect(dayInVietnam(Date.parse("2025-05-20T17:00:00.000Z"))).toBe("2025-05-21");
  expect(minuteInVietnam(Date.parse("2025-05-20T05:45:00.000Z"))).toBe(12 * 60 + 45);
  expect(momentInVietnam("2025-05-20", 765)).toBe(Date.parse("2025-05-20T05:45:00.000Z"));
  expect(dayAfter("2024-02-28", 1)).toBe("2024-02-29");
  expect(dayAfter("2025-01-01", -1)).toBe("2024-12-31");
  expect(daysBetween("2025-05-20", "2025-06-05")).toBe(16);
});
