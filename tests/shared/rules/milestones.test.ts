import { expect, it } from "vitest";
import { milestonesOf } from "#shared/rules/milestones.ts";

it("counts the days to the letter's dates, over months and leap years, and below zero once they have passed", () => {
  const left = (today: string) =>
    milestonesOf("district-checker", today).map(({ name, daysLeft }) => `${name} ${daysLeft}`);
  expect(left("2025-05-31")).toEqual([
    "inventory -12",
    "districtDocuments 5",
    "communeDocuments 20",
    "sharedStore 30",
  ]);
  expect(left("2024-02-28")[0]).toBe("inventory 446");
  expect(left("2026-05-19")[0]).toBe("inventory -365");
});

it("gives a role only the dates it works to", () => {
  expect(milestonesOf("commune-preparer", "2025-05-01").map(({ before }) => before)).toEqual([
    "2025-05-19",
    "2025-06-20",
  ]);
});
