import { expect, test } from "vitest";
import { isBackupDue } from "#shared/rules/backup-plan.ts";
import { lastTurn } from "#electron/keeping/last-turn.ts";

const at = (day: number, hour: number, minute = 0) => new Date(2025, 4, day, hour, minute).getTime();

test("the daily hour has last come today once it is that hour, and yesterday before it", () => {
  expect(lastTurn(at(20, 22), 22)).toBe(at(20, 22));
  expect(lastTurn(at(20, 23, 59), 22)).toBe(at(20, 22));
  expect(lastTurn(at(20, 21, 59), 22)).toBe(at(19, 22));
  expect(lastTurn(at(1, 0), 22)).toBe(at(0, 22));
  expect(lastTurn(at(20, 0), 0)).toBe(at(20, 0));
});

test("a machine that was off at the daily hour makes its backup when it is on again, and then once a day", () => {
  const due = (now: number, last: number) => isBackupDue(now, last, lastTurn(now, 22));
  // Made by hand in the evening; off from nine till the next morning.
  expect(due(at(20, 21), at(20, 20))).toBe(false);
  expect(due(at(21, 7), at(20, 20))).toBe(true);
  expect(due(at(21, 12), at(21, 7))).toBe(false);
  expect(due(at(21, 22, 1), at(21, 7))).toBe(true);
});
