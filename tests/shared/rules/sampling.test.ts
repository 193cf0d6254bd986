import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Page } from "#shared/archive/page.ts";
import { planJudging } from "#shared/rules/judging.ts";
import { drawSample, judgeSample, lotUnits, planSample, sampleLimits } from "#shared/rules/sampling.ts";
import { samplePage } from "#tests/helpers/sample-records.ts";

// Rows of ISO 2859-1:1999, tables 1 (level II) and 2-A.
test.each([
  [1200, "1.0", 80, 2],
  [3200, "1.0", 125, 3],
  [10_000, "1.0", 200, 5],
  [500, "1.0", 50, 1],
  [150, "1.0", 13, 0],
  [280, "1.0", 50, 1],
  [90, "1.0", 13, 0],
  [1200, "2.5", 80, 5],
  [150, "2.5", 20, 1],
  [280, "0.65", 20, 0],
  [3200, "0.65", 125, 2],
  [1_000_000, "1.5", 800, 21],
])("of a lot of %i at AQL %s, %i pages are looked at and %i may be rejected", (lot, limit, size, accept) => {
  expect(planSample(lot, limit)).toMatchObject({
    samplePlan: "sample",
    sampleSize: size,
    sampleAccept: accept,
  });
});

it("a lot no larger than its sample is looked at whole", () => {
  for (const lot of [0, 1, 2, 8, 13]) {
    expect(planSample(lot)).toMatchObject({ samplePlan: "full", sampleSize: lot, sampleAccept: 0 });
  }
});

const pagesOf = (count: number) => Array.from({ length: count }, (_, at) => samplePage(`page-${at}`, {}));

it("never asks for more than the lot, and never accepts what it did not look at", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_000_000 }), fc.constantFrom(...sampleLimits), (lot, limit) => {
      const plan = planSample(lot, limit);
      expect(plan.sampleSize).toBeLessThanOrEqual(lot);
      if (plan.samplePlan === "sample") expect(plan.sampleAccept).toBeLessThan(plan.sampleSize);
    }),
  );
});

it("draws the same pages by the same seed, whatever their order, each once and of the lot", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(60), fc.string(), (count, size, seed) => {
      const units = lotUnits(pagesOf(count));
      const drawn = drawSample(units, size, seed).map(({ id }) => id);
      expect(drawSample([...units].reverse(), size, seed).map(({ id }) => id)).toEqual(drawn);
      expect(new Set(drawn).size).toBe(Math.min(size, count));
      expect(drawn.every((id) => units.some((unit) => unit.id === id))).toBe(true);
    }),
    { numRuns: 40 },
  );
});

it("another seed draws other pages", () => {
  const units = lotUnits(pagesOf(200));
  const [one, other] = ["a", "b"].map((seed) => drawSample(units, 20, seed).map(({ id }) => id));
  expect(one).not.toEqual(other);
});

describe("the judgement of a lot", () => {
  const lot = (verdicts: Page["verdict"][]) =>
    lotUnits(verdicts.map((verdict, at) => samplePage(`page-${at}`, { verdict })));

  it("passes once all are judged and no more rejected than may be; fails at the first too many", () => {
    expect(judgeSample(lot(["accepted", "accepted", ""]), 1)).toEqual({ judged: 2, rejected: 0, result: "" });
    expect(judgeSample(lot(["accepted", "rejected", "accepted"]), 1).result).toBe("passed");
    expect(judgeSample(lot(["rejected", "rejected", ""]), 1)).toEqual({
      judged: 2,
      rejected: 2,
      result: "failed",
    });
    expect(judgeSample([], 0).result).toBe("");
  });

  it("still counts a page that was rejected and scanned again since", () => {
    const units = lotUnits([
      samplePage("old", { verdict: "rejected", withdrawn: "Quét lại" }),
      samplePage("new", { verdict: "accepted", replaces: "old" }),
      samplePage("other", { verdict: "accepted" }),
    ]);
    expect(units.map(({ id }) => id)).toEqual(["old", "other"]);
    expect(judgeSample(units, 0)).toMatchObject({ judged: 2, rejected: 1, result: "failed" });
  });
});

describe("what of a batch has to be judged", () => {
  const plan = { samplePlan: "", sampleSize: 0, sampleAccept: 0, sampleSeed: "", sampleResult: "" } as const;
  const files = [
    {
      file: { retention: "01" as const },
      pages: [samplePage("kept-1", {}), samplePage("gone", { withdrawn: "x" })],
    },
    { file: { retention: "05" as const }, pages: pagesOf(30) },
  ];

  it("is every page of permanent value, whatever the plan", () => {
    expect([...planJudging(plan, files).mustBe]).toEqual(["kept-1"]);
  });

  it("and the sample of the rest, or all of it where the sample failed", () => {
    const sampled = { ...plan, samplePlan: "sample", sampleSize: 5, sampleSeed: "s" } as const;
    const judging = planJudging(sampled, files);
    expect(judging.lot).toHaveLength(30);
    expect(judging.sample).toHaveLength(5);
    expect(judging.mustBe.size).toBe(6);
    expect(planJudging({ ...sampled, sampleResult: "failed" }, files).mustBe.size).toBe(31);
    expect(planJudging({ ...plan, samplePlan: "full" }, files).mustBe.size).toBe(31);
  });
});
