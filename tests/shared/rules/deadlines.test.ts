import { describe, expect, test } from "vitest";
import { batchStates } from "#shared/archive/batch.ts";
import { dueFields, dueSteps, refuseDue } from "#shared/archive/batch-due.ts";
import { usualSteps } from "#shared/rules/batch-steps.ts";
import { daysLate, duesOf, hasComeTo, lateFirst, nextDue } from "#shared/rules/deadlines.ts";
import { letterMilestones } from "#shared/rules/milestones.ts";
import { readPackContent, rulesUnder } from "#shared/rules/pack.ts";
import { sampleBatch } from "#tests/helpers/sample-records.ts";

const own = (day: string) => ({
  ...{ day, why: "Kho đóng cửa", at: "2025-05-20T01:00:00.000Z", by: "Lê Duyệt" },
  role: "approver" as const,
});
const commune = (fields = {}) => sampleBatch("b", { scope: "52.550.21952", state: "capturing", ...fields });
const district = (fields = {}) => sampleBatch("b", { scope: "52.550", state: "capturing", ...fields });

describe("the days of a batch", () => {
  test("are those of the letter, by whose documents they are", () => {
    expect(duesOf(commune()).map(({ step, day }) => [step, day])).toEqual([
      ["accepted", "2025-06-20"],
      ["sent", "2025-06-30"],
    ]);
    expect(nextDue(district(), "2025-06-01")).toMatchObject({ day: "2025-06-05", daysLate: -4 });
  });

  test("are its own where someone set them, until they are taken away again", () => {
    const batch = commune({ dueAccepted: own("2025-06-10"), dueReceived: own("2025-05-22") });
    expect(duesOf(batch).map(({ step, day, own: set }) => [step, day, set?.by])).toEqual([
      ["received", "2025-05-22", "Lê Duyệt"],
      ["accepted", "2025-06-10", "Lê Duyệt"],
      ["sent", "2025-06-30", undefined],
    ]);
    expect(duesOf({ ...batch, dueAccepted: own("") })[1]).toEqual({
      ...{ step: "accepted", day: "2025-06-20", own: undefined },
    });
  });

  test("pass at the end of the day: it is late from the next on, and no longer once it has come there", () => {
    const batch = commune();
    expect(daysLate(batch, "2025-06-20")).toBe(0);
    expect(daysLate(batch, "2025-06-21")).toBe(1);
    expect(daysLate({ ...batch, state: "accepted" }, "2025-06-21")).toBe(0);
    expect(daysLate({ ...batch, state: "accepted" }, "2025-07-01")).toBe(1);
    expect(daysLate({ ...batch, state: "acknowledged" }, "2026-07-01")).toBe(0);
  });

  test("are counted from the first that passed, of what was given back too", () => {
    const batch = commune({
      state: "returned",
      dueHandedOver: own("2025-05-25"),
      duePacked: own("2025-05-21"),
    });
    expect(nextDue(batch, "2025-05-28")).toMatchObject({ step: "packed", daysLate: 7 });
    expect(dueSteps.some((step) => hasComeTo("returned", step))).toBe(false);
  });

  test("sort the latest first, and leave the others as they were", () => {
    const ids = (some: { id: string }[]) => some.map(({ id }) => id).join(" ");
    const late = (id: string, day: string) => sampleBatch(id, { state: "capturing", dueChecking: own(day) });
    const batches = [
      late("a", "2025-06-01"),
      late("b", "2025-05-10"),
      late("c", "2025-06-02"),
      late("d", "2025-05-01"),
    ];
    expect(ids(lateFirst(batches, "2025-05-20"))).toBe("d b a c");
  });

  test("follow the lists that the province hands out, and the milestones they name", () => {
    const pack = {
      ...{ defaultProfile: "TT05-2025" as const, open: true, profiles: [] },
      milestones: {
        source: "CV",
        milestones: letterMilestones.milestones.map((one) => ({ ...one, before: "2025-08-01" })),
      },
    };
    expect(nextDue(commune(), "2025-07-01", rulesUnder(pack))).toMatchObject({ day: "2025-08-01" });
    const batchSteps = {
      ...{ version: 2, source: "TT" },
      steps: [{ step: "received" as const, due: { commune: "2025-05-18" } }],
    };
    const rules = rulesUnder({ ...pack, batchSteps });
    expect(duesOf(commune(), rules).map(({ step, day }) => [step, day])).toEqual([
      ["received", "2025-05-18"],
    ]);
    expect(duesOf(district(), rules)).toEqual([]);
    const wrong = { ...batchSteps, steps: [{ step: "received", due: { commune: "20/6/2025" } }] };
    expect(readPackContent({ ...pack, batchSteps: wrong }).ok).toBe(false);
  });

  test("can be set for every step that comes after the first state", () => {
    expect(Object.keys(dueFields)).toEqual(batchStates.filter((s) => s !== "draft" && s !== "returned"));
    expect(usualSteps.steps.map(({ step }) => step)).toEqual(dueSteps);
  });
});

describe("setting a day", () => {
  test.each([
    ["capture-operator", "2025-06-01", "vì", "not-your-role"],
    ["approver", "1/6/2025", "vì", "not-a-day"],
    ["approver", "2025-06-01", "  ", "why-missing"],
    ["approver", "2025-06-01", "x".repeat(501), "why-too-long"],
    ["approver", "", "vì", "same-day"],
    ["approver", "2025-06-01", "vì", undefined],
    ["district-checker", "2025-06-01", "vì", undefined],
  ] as const)("as %s to '%s' because '%s': %s", (role, day, why, refusal) => {
    expect(refuseDue(commune(), "accepted", day, why, role)).toBe(refusal);
  });

  test("takes one's own away, and says that it stands already", () => {
    const batch = commune({ dueAccepted: own("2025-06-10") });
    expect(refuseDue(batch, "accepted", "2025-06-10", "vì", "approver")).toBe("same-day");
    expect(refuseDue(batch, "accepted", "", "vì", "approver")).toBeUndefined();
  });
});
