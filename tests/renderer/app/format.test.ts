import { expect, it } from "vitest";
import { makeFormat } from "#renderer/app/format.ts";

it("writes hours and days as a clock in Vietnam shows them, whatever the machine's zone is", () => {
  // Half past two in the night of the first of December there.
  const now = Date.UTC(2026, 10, 30, 19, 30);
  const format = makeFormat("vi-VN", () => now);
  expect(format.time(now)).toBe("02:30:00");
  expect(format.time("2026-11-30T16:59:59.000Z")).toBe("23:59:59 30/11/2026");
  expect(format.time("2026-11-30T17:00:00.000Z")).toBe("00:00:00");
  expect(makeFormat("en", () => now).time("2026-11-30T16:59:59.000Z")).toMatch(/^23:59:59 /);
});
