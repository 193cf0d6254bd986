import { expect, test } from "vitest";
import type { BatchState } from "#shared/archive/batch.ts";
import { type BatchStepList, type OwnStep, usualSteps } from "#shared/rules/batch-steps.ts";
import { ownStepOf, refuseByList } from "#shared/rules/own-steps.ts";
import { bundledRules, readPackContent } from "#shared/rules/pack.ts";

function listed(steps: OwnStep[], centres: BatchStepList["centres"] = [], version = 2): BatchStepList {
  const own = new Map(steps.map((step) => [step.step, step]));
  return {
    ...usualSteps,
    version,
    steps: usualSteps.steps.map((step) => ({ ...step, ...own.get(step.step) })),
    centres,
  };
}

function faultOf(batchSteps: BatchStepList): string {
  const read = readPackContent({ defaultProfile: "TT05-2025", open: true, profiles: [], batchSteps });
  return read.ok ? "" : read.fault;
}

test("of a step each is said by the nearest center that says it, else by the list", () => {
  const list = listed(
    [{ step: "capturing", name: "Quét", roles: ["capture-operator"] }],
    [
      { scope: "52", steps: [{ step: "capturing", name: "Số hóa ảnh" }] },
      { scope: "52.550", steps: [{ step: "preparing", omitted: true }] },
      { scope: "52.550.21952", steps: [{ step: "preparing", omitted: false }] },
    ],
  );
  expect(ownStepOf(list, "52.550", "capturing")).toEqual({ name: "Số hóa ảnh", roles: ["capture-operator"] });
  expect(ownStepOf(list, "51.001", "capturing")).toEqual({ name: "Quét", roles: ["capture-operator"] });
  const leftOut = (scope: string) => refuseByList(list, scope, "preparing", "sorter");
  expect(leftOut("52.550.21976")).toBe("step-left-out");
  expect(leftOut("52.550.21952")).toBeUndefined();
  expect(leftOut("52.540")).toBeUndefined();
  expect(refuseByList(list, "52.550", "capturing", "district-checker")).toBe("role-not-listed");
});

test("the app's own list says nothing of its own, whatever the step and unit", () => {
  for (const step of ["draft", "returned", ...usualSteps.steps.map((one) => one.step)] as BatchState[])
    expect(ownStepOf(usualSteps, "52.550", step)).toEqual({});
});

test.each<[string, BatchStepList, RegExp]>([
  ["a role that the table does not let", listed([{ step: "accepted", roles: ["sorter"] }]), /sorter/],
  ["a step that cannot be left out", listed([{ step: "checking", omitted: true }]), /cannot be left out/],
  ["the app's own version", listed([{ step: "preparing", name: "Vệ sinh" }], [], 1), /higher/],
  [
    "nobody who takes it from where it is come to",
    listed(
      [{ step: "preparing", omitted: true }],
      [{ scope: "52.550", steps: [{ step: "capturing", roles: ["sorter"] }] }],
    ),
    /no role is left.*capturing/,
  ],
])("a list with %s is refused", (_what, list, fault) => {
  expect(faultOf(list)).toMatch(fault);
});

test("a list with names, roles and a step left out is taken, and so is the app's own", () => {
  const own: OwnStep[] = [
    { step: "preparing", name: "Vệ sinh, tháo gỡ", roles: ["sorter"] },
    { step: "capturing", roles: ["capture-operator", "sorter"] },
  ];
  expect(faultOf(listed(own, [{ scope: "52.540", steps: [{ step: "preparing", omitted: true }] }]))).toBe("");
  expect(faultOf(bundledRules.batchSteps)).toBe("");
});
