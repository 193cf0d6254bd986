import { expect, it, test } from "vitest";
import { planSample, sampleLimits } from "#shared/rules/sampling.ts";

/*
 * ISO 2859-1:1999, table 1 (general inspection level II) and table 2-A (single sampling, normal inspection), as they
 * stand in MIL-STD-105E, tables I and II-A, whose plans that standard kept. Read off two public copies: the sampling
 * tables of the US National Institute of Building Sciences (FMOC, AC-TABLE, table 1-A, made from MIL-STD-105E) and the
 * "AQL sampling chart" of ANSI/ASQC Z1.4, MIL-STD-105E and ISO 2859. A row is a letter: the largest lot, the sample,
 * and for AQL 0.65, 1.0, 1.5 and 2.5 the rejection number, or an arrow to the plan below (v) or above (^).
 */
const rows = [
  ["A", 8, 2, ["v", "v", "v", "v"]],
  ["B", 15, 3, ["v", "v", "v", "v"]],
  ["C", 25, 5, ["v", "v", "v", 1]],
  ["D", 50, 8, ["v", "v", 1, "^"]],
  ["E", 90, 13, ["v", 1, "^", "v"]],
  ["F", 150, 20, [1, "^", "v", 2]],
  ["G", 280, 32, ["^", "v", 2, 3]],
  ["H", 500, 50, ["v", 2, 3, 4]],
  ["J", 1_200, 80, [2, 3, 4, 6]],
  ["K", 3_200, 125, [3, 4, 6, 8]],
  ["L", 10_000, 200, [4, 6, 8, 11]],
  ["M", 35_000, 315, [6, 8, 11, 15]],
  ["N", 150_000, 500, [8, 11, 15, 22]],
  ["P", 500_000, 800, [11, 15, 22, "^"]],
  ["Q", 2_000_000, 1250, [15, 22, "^", "^"]],
] as const;
const limits = ["0.65", "1.0", "1.5", "2.5"];

/** The plan that the arrows of a column lead to. */
function planAt(row: number, column: number): { letter: string; size: number; reject: number } {
  const [letter, , size, cells] = rows[row] ?? rows[0];
  const cell = cells[column];
  if (typeof cell === "number") return { letter, size, reject: cell };
  return planAt(cell === "v" ? row + 1 : row - 1, column);
}

const cells = rows.flatMap(([letter], row) =>
  limits.map((limit, column) => ({ letter, limit, row, column })),
);

test.each(cells)("lots of letter $letter at AQL $limit", ({ limit, row, column }) => {
  const smallest = (rows[row - 1]?.[1] ?? 1) + 1;
  const largest = rows[row]?.[1] ?? 0;
  const { letter, size, reject } = planAt(row, column);
  for (const lot of [smallest, largest]) {
    const sampled = { samplePlan: "sample", sampleSize: size, sampleAccept: reject - 1, letter };
    const whole = { samplePlan: "full", sampleSize: lot, sampleAccept: 0, letter: "" };
    expect(planSample(lot, limit)).toEqual(size >= lot ? whole : sampled);
  }
});

it("knows no other limits than those that were compared", () => {
  expect(sampleLimits).toEqual(limits);
});
