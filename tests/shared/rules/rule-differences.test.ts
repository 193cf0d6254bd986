import { expect, test } from "vitest";
import { letterMilestones, type Milestones } from "#shared/rules/milestones.ts";
import { milestoneDifferences } from "#shared/rules/rule-differences.ts";

const [inventory, ...rest] = letterMilestones.milestones;
if (!inventory) throw new Error("no milestone");

test("milestones that say the same differ in nothing, in whichever order roles are named", () => {
  const turned = { ...inventory, roles: [...inventory.roles].reverse() };
  const same = { ...letterMilestones, chaseAfter: 0, milestones: [...rest, turned] };
  expect(milestoneDifferences(letterMilestones, same)).toEqual([]);
});

test("each thing that milestones say otherwise is told with how it was and how it is", () => {
  const campaign = { from: "2025-05-19", before: "2025-07-01" };
  const other: Milestones = {
    ...{ source: "Công văn số 41", campaign, chaseAfter: 2 },
    milestones: [{ ...inventory, before: "2025-05-21", roles: ["sorter"] }, ...rest.slice(1)],
  };
  expect(milestoneDifferences(letterMilestones, other)).toEqual([
    { of: "source", before: letterMilestones.source, after: "Công văn số 41" },
    { of: "day", name: "inventory", before: "2025-05-19", after: "2025-05-21" },
    { of: "roles", name: "inventory", before: inventory.roles, after: ["sorter"] },
    { of: "day", name: "districtDocuments", before: "2025-06-05", after: "" },
    { of: "campaign", before: undefined, after: campaign },
    { of: "chase", before: 0, after: 2 },
  ]);
});

test("a milestone that was given twice, as by a file, and is edited is told to be left once", () => {
  const twice = {
    ...letterMilestones,
    milestones: [inventory, { ...inventory, before: "2025-06-01" }, ...rest],
  };
  expect(milestoneDifferences(twice, letterMilestones)).toEqual([{ of: "once", name: "inventory" }]);
});
