import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readUnits } from "#shared/archive/unit.ts";
import { meets, unitChoices } from "#renderer/app/unit-choice.ts";
import { resources } from "#tests/fixtures/resources.ts";

const units = readUnits(readFileSync(join(resources, "units", "communes-2025-05.csv"), "utf8"));

it("offers the level of unit that fits the role, and finds it without accents", () => {
  const communes = unitChoices(units, "commune-preparer");
  expect(communes.filter(({ label }) => meets(label, "phuoc hoa tuy"))).toEqual([
    { value: expect.stringMatching(/^52\.550\./) as string, label: "Xã Phước Hòa – Huyện Tuy Phước" },
  ]);
  expect(unitChoices(units, "district-checker")).toHaveLength(11);
  expect(unitChoices(units, "capture-operator")).toHaveLength(11);
  expect(unitChoices(units, "province-officer")).toEqual([{ value: "52", label: "Tỉnh Bình Định" }]);
});
