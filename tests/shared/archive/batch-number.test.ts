import { expect, it } from "vitest";
import { nextBatchNumber } from "#shared/archive/batch-number.ts";

it("counts within the year, after the greatest", () => {
  expect(nextBatchNumber([], "2025")).toBe("2025-001");
  expect(nextBatchNumber(["2025-009", "2024-777", "2025-002", "của xã"], "2025")).toBe("2025-010");
  expect(nextBatchNumber(["2025-999"], "2025")).toBe("2025-1000");
});
