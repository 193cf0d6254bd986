import { type Static, Type } from "typebox";
import { Parse } from "typebox/value";
import { type Role, roleSchema } from "#shared/archive/role.ts";
import { dayNumber } from "#shared/base/moment.ts";
import { Choice } from "#shared/base/schema.ts";
import table from "#resources/rules/milestones.json" with { type: "json" };

export const milestoneNames = ["inventory", "districtDocuments", "communeDocuments", "sharedStore"] as const;

export type MilestoneName = (typeof milestoneNames)[number];

const daySchema = Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" });

/** The days that an instruction sets, as a data file gives them. */
export const milestonesSchema = Type.Object({
  source: Type.String(),
  /** The days on which reports are looked for, the last not included; by default from the first day named to the last. */
  campaign: Type.Optional(Type.Object({ from: daySchema, before: daySchema })),
  /** From how many days after the day of handing over a commune is chased; from that day itself by default. */
  chaseAfter: Type.Optional(Type.Integer({ minimum: 0, maximum: 365 })),
  milestones: Type.Array(
    Type.Object({
      name: Choice(milestoneNames),
      before: daySchema,
      roles: Type.Array(roleSchema),
    }),
  ),
});

export type Milestones = Static<typeof milestonesSchema>;

/** The days of the province's letter. */
export const letterMilestones: Milestones = Parse(milestonesSchema, table);

/** A day (`yyyy-mm-dd`) before which the province's letter wants a thing done, and how many days are left until it. */
export type Milestone = { name: MilestoneName; before: string; daysLeft: number };

/** The milestones of a role on a day (`yyyy-mm-dd`), the earliest first; `daysLeft` is below 0 once the day has passed. */
export function milestonesOf(role: Role, today: string, days = letterMilestones): Milestone[] {
  const now = dayNumber(today);
  return milestoneNames
    .flatMap((name) =>
      days.milestones
        .filter((entry) => entry.name === name && entry.roles.includes(role))
        .map(({ before }) => ({ name, before, daysLeft: dayNumber(before) - now })),
    )
    .sort((one, other) => one.daysLeft - other.daysLeft);
}

/** The day (`yyyy-mm-dd`) before which an instruction wants a thing done; empty where it does not say. */
export function dayOf(name: MilestoneName, days: Milestones): string {
  return days.milestones.find((entry) => entry.name === name)?.before ?? "";
}

/** From when to before when reports are looked for: as the instruction says, else from its first day to its last. */
export function campaignOf({ campaign, milestones }: Milestones): { from: string; before: string } {
  if (campaign) return campaign;
  const all = milestones.map(({ before }) => before).sort();
  return { from: all[0] ?? "", before: all.at(-1) ?? "" };
}
