import { type Static, Type } from "typebox";
import { Parse } from "typebox/value";
import { Choice } from "#shared/base/schema.ts";
import table from "#resources/rules/norms.json" with { type: "json" };

export const normSteps = ["prepare", "describe", "catalogue", "enter", "digitise", "inspect"] as const;

export const statedNorms = ["poorFactor", "wagePerDay", "unitPrice"] as const;

const measure = Type.Union([Type.Number({ minimum: 0, maximum: 1e12 }), Type.Null()]);
const source = Type.String({ maxLength: 500 });
const stated = Type.Object({ value: measure, source });

/**
 * Norms by which work is estimated: minutes for a page of A4, and prices in đồng, each with where it comes from; `null`
 * is not known.
 */
export const normsSchema = Type.Object({
  name: Type.String({ maxLength: 200 }),
  version: Type.Integer(),
  source: Type.String({ maxLength: 1000 }),
  steps: Type.Array(Type.Object({ name: Choice(normSteps), minutes: measure, source }), { maxItems: 20 }),
  /** By how much pages in poor condition take longer at digitising (hệ số k). */
  poorFactor: stated,
  /** Đồng for a person's day. */
  wagePerDay: stated,
  /** Đồng for a page of A4 done by a contractor, all in. */
  unitPrice: stated,
  hoursPerDay: Type.Number({ minimum: 1, maximum: 24 }),
  /** What is added to wages for equipment and stationery, in hundredths. */
  overhead: Type.Number({ minimum: 0, maximum: 1000 }),
});

export type Norms = Static<typeof normsSchema>;

/** The norms of the circular as far as they were found. */
export const letterNorms: Norms = Parse(normsSchema, table);

/** Pages as A4 equivalents; `poor` of them are in poor condition. */
export type CostedPages = { all: number; poor: number };

export type CostEstimate = {
  /** Minutes of each step; nothing where it has no norm. */
  steps: { name: (typeof normSteps)[number]; minutes: number | undefined }[];
  minutes: number;
  personDays: number;
  /** Đồng by the days of work; nothing where the wage is not known. */
  amount: number | undefined;
  /** Đồng by the price of a page; nothing where that is not known. */
  priced: number | undefined;
  /** What is not in it, because the norm is not known: it is never a final figure. */
  missing: ((typeof normSteps)[number] | (typeof statedNorms)[number])[];
};

/** What pages take by the norms: a lower bound wherever one is missing. */
export function estimateCost(pages: CostedPages, norms: Norms): CostEstimate {
  const missing: CostEstimate["missing"] = [];
  const { poorFactor, wagePerDay, unitPrice } = norms;
  const steps = norms.steps.map(({ name, minutes }) => {
    if (minutes === null) {
      missing.push(name);
      return { name, minutes: undefined };
    }
    const factor = name === "digitise" ? (poorFactor.value ?? 1) : 1;
    return { name, minutes: minutes * (pages.all - pages.poor + pages.poor * factor) };
  });
  if (poorFactor.value === null && pages.poor > 0) missing.push("poorFactor");
  if (wagePerDay.value === null) missing.push("wagePerDay");
  const minutes = steps.reduce((sum, step) => sum + (step.minutes ?? 0), 0);
  const personDays = minutes / 60 / norms.hoursPerDay;
  const amount =
    wagePerDay.value === null
      ? undefined
      : Math.round(personDays * wagePerDay.value * (1 + norms.overhead / 100));
  const priced = unitPrice.value === null ? undefined : Math.round(pages.all * unitPrice.value);
  return { steps, minutes, personDays, amount, priced, missing };
}
