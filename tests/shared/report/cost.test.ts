import { expect, test } from "vitest";
import { estimateCost, letterNorms } from "#shared/report/cost.ts";

const known = (value: number) => ({ value, source: "Quyết định thử" });

test("a million pages take about 14,200 days of a person by what is known of the norms, and it says what is not", () => {
  const cost = estimateCost({ all: 1_000_000, poor: 0 }, letterNorms);
  expect(Math.round(cost.personDays)).toBe(14_235);
  expect(cost.amount).toBeUndefined();
  expect(cost.priced).toBeUndefined();
  expect(cost.missing).toEqual(["catalogue", "inspect", "wagePerDay"]);
  expect(cost.steps.find(({ name }) => name === "inspect")).toEqual({ name: "inspect", minutes: undefined });
});

test("poor pages take longer at digitising alone, by a factor that is asked for", () => {
  const norms = { ...letterNorms, poorFactor: known(1.5), wagePerDay: known(400_000), overhead: 10 };
  const plain = estimateCost({ all: 1000, poor: 0 }, norms);
  const poor = estimateCost({ all: 1000, poor: 200 }, norms);
  expect(poor.minutes - plain.minutes).toBeCloseTo(4.982 * 200 * 0.5);
  expect(poor.amount).toBe(Math.round((poor.minutes / 480) * 400_000 * 1.1));
  expect(estimateCost({ all: 1000, poor: 200 }, letterNorms).missing).toContain("poorFactor");
});

test("with a price of a page the money of a contractor stands beside that of own work", () => {
  const cost = estimateCost({ all: 1234, poor: 10 }, { ...letterNorms, unitPrice: known(2150) });
  expect(cost.priced).toBe(1234 * 2150);
  expect(cost.amount).toBeUndefined();
});
