import { expect, it } from "vitest";
import { dueDay, foreseeUnits, inTurn, plannedBefore } from "#shared/rules/planned-units.ts";
import type { UnitChange } from "#shared/rules/unit-amendment.ts";
import { successors, unitsAfter, unitsBefore } from "#tests/fixtures/unit-tables.ts";

const base = { units: unitsBefore, after: unitsAfter, successors };
const tuyPhuoc = "52.21952";
const found: UnitChange = {
  kind: "found",
  parent: "52",
  code: "99001",
  name: "Phường Mới",
  on: "2027-07-01",
};
const merged: UnitChange = { kind: "merge", from: [tuyPhuoc], to: "52.99001", on: "2027-07-01" };
const renamed: UnitChange = { kind: "rename", scope: "52.99001", name: "Phường Mới Hơn" };

it.each<[string, string, UnitChange, string?]>([
  ["the day of a merger", "2027-07-01", merged],
  ["the day of a foundation", "2027-07-01", found],
  ["the day after the last one of a unit", "2027-07-01", { kind: "end", scope: tuyPhuoc, on: "2027-06-30" }],
  ["the day that a name was given", "2027-08-01", renamed, "2027-08-01"],
  ["no day of a name that is put right", "", renamed],
  ["no day that is none", "", { ...merged, on: "2027-02-30" }],
  ["no day that is none of a name", "", renamed, "2027-02-30"],
])("a change is in force from %s", (_case, day, change, named) => {
  expect(dueDay(change, named)).toBe(day);
});

const plans = [
  { place: 1, due: "2027-08-01", change: renamed },
  { place: 2, due: "2027-07-01", change: found },
  { place: 3, due: "2027-07-01", change: merged },
];

it("changes that were decided ahead come in the order of their days, and of their making within one", () => {
  const placesOf = (list: typeof plans) => list.map(({ place }) => place);
  expect(placesOf(inTurn(plans))).toEqual([2, 3, 1]);
  expect(placesOf(plannedBefore(plans, "2027-07-01"))).toEqual([2, 3]);
  expect(placesOf(plannedBefore(plans, "2027-06-30"))).toEqual([]);
});

it("each is judged by what those before it will have made; without them it does not fit", () => {
  const told = foreseeUnits(base, [], plans);
  expect(told.map(({ one, faults }) => [one.place, faults])).toEqual([
    [2, []],
    [3, []],
    [1, []],
  ]);
  expect(told[2]?.before.after.find(({ scope }) => scope === "52.99001")?.name).toBe("Phường Mới");
  const without = plans.filter(({ place }) => place !== 2);
  expect(foreseeUnits(base, [], without).map(({ faults }) => faults)).toEqual([
    [{ code: "successor-unknown", about: "52.99001" }],
    [{ code: "unit-unknown", about: "52.99001" }],
  ]);
});
