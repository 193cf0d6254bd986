import type { Role } from "#shared/archive/role.ts";
import table from "#resources/rules/milestones.json" with { type: "json" };

export const milestoneNames = ["inventory", "districtDocuments", "communeDocuments", "sharedStore"] as const;

export type MilestoneName = (typeof milestoneNames)[number];

/** A day (`yyyy-mm-dd`) before which the province's letter wants a thing done, and how many days are left until it. */
export type Milestone = { name: MilestoneName; before: string; daysLeft: number };

/** The milestones of a role on a day (`yyyy-mm-dd`), the earliest first; `daysLeft` is below 0 once the day has passed. */
export function milestonesOf(role: Role, today: string): Milestone[] {
  const now = dayNumber(today);
  return milestoneNames
    .flatMap((name) =>
      table.milestones
        .filter((entry) => entry.name === name && entry.roles.includes(role))
        .map(({ before }) => ({ name, before, daysLeft: dayNumber(before) - now })),
    )
    .sort((one, other) => one.daysLeft - other.daysLeft);
}

/** Days since 1 March of the year 0, of a day of the Gregorian calendar. */
function dayNumber(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const shifted = month > 2 ? year : year - 1;
  const inYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1;
  return (
    shifted * 365 + Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400) + inYear
  );
}
