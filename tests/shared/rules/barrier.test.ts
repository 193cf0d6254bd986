import { expect, test } from "vitest";
import type { Lack } from "#shared/archive/lack.ts";
import { asksOf, inTheWay } from "#shared/rules/barrier.ts";
import type { BatchStepList } from "#shared/rules/batch-steps.ts";

const lack = (code: Lack["code"], label: string): Lack => ({
  ...{ code, label, fileId: label, itemId: "", expected: 0, found: 0 },
});
const lacks = [
  lack("not-received", "P1"),
  lack("pages-missing", "P2.1"),
  lack("pages-extra", "P2.2"),
  lack("not-checked", "P3.1"),
];
const labels = (to: "checking" | "accepted" | "packed", list?: BatchStepList) =>
  inTheWay(lacks, to, list).map(({ label }) => label);

test("all files are counted in before a batch goes on to its check", () => {
  expect(asksOf("checking")).toEqual(["counted"]);
  expect(labels("checking")).toEqual(["P1"]);
  expect(labels("packed")).toEqual([]);
});

test("a list of steps sets its barriers: captured asks for all that is listed, checked for more", () => {
  const list: BatchStepList = {
    ...{ version: 2, source: "TT" },
    steps: [
      { step: "checking", asks: ["counted", "captured"] },
      { step: "packed", asks: ["checked"] },
    ],
  };
  expect(labels("checking", list)).toEqual(["P1", "P2.1"]);
  expect(labels("accepted", list)).toEqual([]);
  expect(labels("packed", list)).toEqual(["P2.1", "P3.1"]);
});
