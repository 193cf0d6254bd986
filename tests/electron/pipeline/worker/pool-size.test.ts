import { expect, it } from "vitest";
import { workersFor } from "#electron/pipeline/worker/pool-size.ts";

const gigabyte = 1024 ** 3;

it("uses every core where threads have priorities of their own, and leaves one free elsewhere", () => {
  const machine = { cores: 4, memory: 16 * gigabyte };
  expect(workersFor({ ...machine, platform: "linux" })).toBe(4);
  expect(workersFor({ ...machine, platform: "win32" })).toBe(3);
});

it("starts no more than fit in memory, and always one", () => {
  expect(workersFor({ cores: 8, memory: 4 * gigabyte, platform: "win32" })).toBe(5);
  expect(workersFor({ cores: 8, memory: 2 * gigabyte, platform: "win32" })).toBe(1);
  expect(workersFor({ cores: 1, memory: 8 * gigabyte, platform: "win32" })).toBe(1);
});
