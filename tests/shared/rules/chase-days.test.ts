import { expect, test } from "vitest";
import { reportExpected } from "#shared/report/due.ts";
import { chaseDays } from "#shared/rules/chase-days.ts";
import { campaignOf, type Milestones } from "#shared/rules/milestones.ts";
import { bundledRules, readPackContent, rulesUnder } from "#shared/rules/pack.ts";

/** A campaign of another province and year. */
const autumn: Milestones = {
  source: "Kế hoạch của tỉnh khác, tháng 9/2026",
  campaign: { from: "2026-09-01", before: "2026-12-16" },
  chaseAfter: 3,
  milestones: [{ name: "communeDocuments", before: "2026-11-10", roles: ["sorter"] }],
};

const content = { defaultProfile: "TT05-2025" as const, open: true, profiles: [] };

test("the days of chasing are those of the rules in force, not the letter's", () => {
  expect(chaseDays(bundledRules)).toEqual({ before: "2025-06-20", chaseFrom: "2025-06-20" });
  const rules = rulesUnder({ ...content, milestones: autumn });
  expect(chaseDays(rules)).toEqual({ before: "2026-11-10", chaseFrom: "2026-11-13" });
  expect(chaseDays({ ...rules, milestones: { ...autumn, milestones: [] } })).toEqual({
    before: "",
    chaseFrom: "",
  });
});

test("a day that the list of steps sets for the handover of communes goes before the milestone", () => {
  const due = (commune: string) => ({
    ...bundledRules.batchSteps,
    steps: [{ step: "handed-over" as const, due: { commune } }],
  });
  const days = (commune: string) => chaseDays({ batchSteps: due(commune), milestones: autumn });
  expect(days("2026-10-01"), "in time on the day itself").toEqual({
    before: "2026-10-02",
    chaseFrom: "2026-10-05",
  });
  expect(days("communeDocuments")).toEqual({ before: "2026-11-10", chaseFrom: "2026-11-13" });
});

test("reports are looked for within the campaign in force", () => {
  const { milestones } = rulesUnder({ ...content, milestones: autumn });
  const asked = (day: string) => reportExpected(day, [], campaignOf(milestones));
  expect(["2025-05-20", "2026-08-31", "2026-09-01", "2026-12-15", "2026-12-16"].map(asked)).toEqual([
    ...[false, false, true, true, false],
  ]);
  expect(campaignOf({ source: autumn.source, milestones: autumn.milestones })).toEqual({
    from: "2026-11-10",
    before: "2026-11-10",
  });
});

test("a campaign that ends before it begins is refused", () => {
  const campaign = { from: "2026-12-16", before: "2026-09-01" };
  expect(readPackContent({ ...content, milestones: autumn }).ok).toBe(true);
  expect(readPackContent({ ...content, milestones: { ...autumn, campaign } })).toMatchObject({ ok: false });
});
