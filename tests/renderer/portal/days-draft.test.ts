import { describe, expect, it, test } from "vitest";
import { letterMilestones, type Milestones } from "#shared/rules/milestones.ts";
import { carryDays, type DaysDraft, draftOfDays, readDays } from "#renderer/portal/admin/rules/days-draft.ts";

const set: Milestones = {
  ...letterMilestones,
  campaign: { from: "2025-05-19", before: "2025-07-01" },
  chaseAfter: 2,
};

const typed = (change: Partial<DaysDraft>): DaysDraft => ({ ...draftOfDays(set), ...change });
const withDay = (day: string): Partial<DaysDraft> => {
  const { days } = draftOfDays(set);
  return { days: { ...days, inventory: { ...days.inventory, day } } };
};

describe("milestones as they are typed", () => {
  test("mean what they were made of, where nothing was typed", () => {
    for (const milestones of [letterMilestones, set])
      expect(readDays(draftOfDays(milestones))).toEqual({ milestones, faults: {} });
  });

  it.each(["20/6/2025", "20-06-2025", "20.6.2025", "2025-06-20", " 20/06/2025 "])(
    "read %s as a day",
    (day) => {
      const { milestones, faults } = readDays(typed(withDay(day)));
      expect(faults).toEqual({});
      expect(milestones.milestones[0]).toMatchObject({ name: "inventory", before: "2025-06-20" });
    },
  );

  test("set no milestone without a day", () => {
    const { milestones, faults } = readDays(typed(withDay("")));
    expect([milestones.milestones.map(({ name }) => name), faults]).toEqual([
      ["districtDocuments", "communeDocuments", "sharedStore"],
      {},
    ]);
  });

  it.each<[string, Partial<DaysDraft>, object]>([
    ["a day of no month", withDay("31/6/2025"), { inventory: "no-day" }],
    ["a month alone", withDay("6/2025"), { inventory: "no-day" }],
    ["a word", withDay("mai"), { inventory: "no-day" }],
    ["no source", { source: " " }, { source: "missing" }],
    ["one end of the campaign", { before: "" }, { before: "half" }],
    ["the other end of it", { from: "" }, { from: "half" }],
    ["its ends reversed", { from: "2/7/2025" }, { before: "reversed" }],
    ["a campaign of no day", { from: "1/7/2025" }, { before: "reversed" }],
    ["no number of days", { chaseAfter: "" }, { chaseAfter: "no-number" }],
    ["days beyond a year", { chaseAfter: "366" }, { chaseAfter: "no-number" }],
    ["half a day", { chaseAfter: "1.5" }, { chaseAfter: "no-number" }],
  ])("say that %s is not taken, at its field", (_case, change, faults) => {
    expect(readDays(typed(change)).faults).toEqual(faults);
  });

  test("keep what was typed where others publish meanwhile, and take on the rest from them", () => {
    const begun = draftOfDays(letterMilestones);
    const mine = { ...begun, chaseAfter: "7", days: { ...begun.days, ...typed(withDay("21/5/2025")).days } };
    const theirs = draftOfDays({ ...set, source: "Công văn khác" });
    expect(carryDays(mine, begun, theirs)).toEqual({
      ...theirs,
      chaseAfter: "7",
      days: { ...theirs.days, inventory: { ...theirs.days.inventory, day: "21/5/2025" } },
    });
  });
});
