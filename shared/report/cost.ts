import { type Static, Type } from "typebox";
import { Parse } from "typebox/value";
import { Choice } from "#shared/base/schema.ts";
import table from "#resources/rules/norms.json" with { type: "json" };

export const normSteps = ["prepare", "describe", "catalogue", "enter", "digitise", "inspect"] as const;

const measure = Type.Union([Type.Number({ minimum: 0, maximum: 1e12 }), Type.Null()]);

/** Norms by which work is estimated: minutes for a page of A4, with where each comes from; `null` is not known. */
export const normsSchema = Type.Object({
  name: Type.String({ maxLength: 200 }),
  version: Type.Integer(),
  source: Type.String({ maxLength: 1000 }),
  steps: Type.Array(
    Type.Object({
      name: Choice(normSteps),
      minutes: measure,
      source: Type.String({ maxLength: 500 }),
    }),
  ),
  /** By how much pages in poor condition take longer at digitising (hệ số k). */
  poorFactor: measure,
  hoursPerDay: Type.Number({ minimum: 1, maximum: 24 }),
  /** Đồng for a person's day. */
  wagePerDay: measure,
  /** What is added for equipment and stationery, in hundredths. */
  overhead: Type.Number({ minimum: 0, maximum: 1000 }),
});

export type Norms = Static<typeof normsSchema>;

/** The norms of the circular as far as they were found. */
export const letterNorms: Norms = Parse(normsSchema, table);

export type CostEstimate = {
  /** Minutes of each step that has a norm. */
  steps: { name: (typeof normSteps)[number]; minutes: number }[];
  minutes: number;
  personDays: number;
  /** Đồng; nothing where the wage is not known. */
  amount: number | undefined;
  /** What is not in it, because the norm is not known: it is never a final figure. */
  missing: string[];
};

/** What pages (A4 equivalents, `poor` of them in poor condition) take by the norms: a lower bound wherever one is missing. */
export function estimateCost(pages: { all: number; poor: number }, norms: Norms): CostEstimate {
  const missing: string[] = [];
  const steps = norms.steps.flatMap(({ name, minutes }) => {
    if (minutes === null) {
      missing.push(name);
      return [];
    }
    const factor = name === "digitise" ? (norms.poorFactor ?? 1) : 1;
    return [{ name, minutes: minutes * (pages.all - pages.poor + pages.poor * factor) }];
  });
  if (norms.poorFactor === null && pages.poor > 0) missing.push("poorFactor");
  if (norms.wagePerDay === null) missing.push("wagePerDay");
  const minutes = steps.reduce((sum, step) => sum + step.minutes, 0);
  const personDays = minutes / 60 / norms.hoursPerDay;
  const amount =
    norms.wagePerDay === null
      ? undefined
      : Math.round(personDays * norms.wagePerDay * (1 + norms.overhead / 100));
  return { steps, minutes, personDays, amount, missing };
}
