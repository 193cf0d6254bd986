import { describe, expect, it } from "vitest";
import { generationsToDrop, isBackupDue } from "#shared/rules/backup-plan.ts";

const hour = 3_600_000;
const now = Date.UTC(2025, 4, 20, 8);

describe("the daily backup", () => {
  it("is due when its hour came since the last one, or a day has gone by", () => {
    const turnAt = now - 2 * hour;
    expect(isBackupDue(now, now - hour, turnAt)).toBe(false);
    expect(isBackupDue(now, now - 3 * hour, turnAt)).toBe(true);
    expect(isBackupDue(now, now - 25 * hour, now - 26 * hour)).toBe(true);
    expect(isBackupDue(now, 0, turnAt)).toBe(true);
  });

  it("is not stopped by a clock that was set back", () => {
    expect(isBackupDue(now, now + 400 * hour, now - hour)).toBe(true);
  });
});

describe("generations", () => {
  const names = ["20250101-1", "20250103-1", "20250102-1", "20250104-1", "20250105-1"];

  it("go from the oldest on, and never below three, whatever is asked", () => {
    expect(generationsToDrop(names, 4, () => false)).toEqual(["20250101-1"]);
    expect(generationsToDrop(names, 1, () => false)).toEqual(["20250102-1", "20250101-1"]);
    expect(generationsToDrop(names, 9, () => false)).toEqual([]);
  });

  it("stay where something holds on to them", () => {
    expect(generationsToDrop(names, 3, (name) => name === "20250101-1")).toEqual(["20250102-1"]);
  });
});
