import { expect, it } from "vitest";
import { foundUnder, receivingUnit, successorsOf } from "#shared/archive/successor.ts";
import { proposeSameFonds } from "#shared/archive/same-fonds.ts";
import { amendUnits } from "#shared/rules/amend-units.ts";
import type { UnitChange } from "#shared/rules/unit-amendment.ts";
import { successors, unitsAfter, unitsBefore } from "#tests/fixtures/unit-tables.ts";

const base = { units: unitsBefore, after: unitsAfter, successors };
/** Communes of before that went to Tuy Phước and to Tuy Phước Bắc, and one that was divided in two. */
const [phuocLoc, phuocHung, canhHoa] = ["52.550.21976", "52.550.21961", "52.551.22000"];
const [tuyPhuoc, bac, dong, canhVinh, vanCanh] = ["52.21952", "52.21964", "52.21970", "52.22006", "52.21994"];
const ceded: UnitChange = { kind: "split", from: tuyPhuoc, to: [tuyPhuoc, bac], on: "2026-01-01" };
const found = (code: string): UnitChange => ({
  ...{ kind: "found", parent: "52", code, name: `Xã ${code}`, on: "2026-06-01" },
});
const merge = (from: string[], to: string, on = "2026-06-01"): UnitChange => ({
  kind: "merge",
  from,
  to,
  on,
});

const amended = (...changes: UnitChange[]) => {
  const made = changes.map((change, place) => ({
    ...{ number: place + 1, at: "2026-08-01T00:00:00.000Z", by: "Trần Văn Quản", change },
    ...{ act: "Nghị quyết số 1", reason: "Điều chỉnh địa giới" },
  }));
  const { tables, unfit } = amendUnits(base, made);
  expect(unfit).toEqual([]);
  return tables;
};
type Tables = ReturnType<typeof amended>;
/** How a file goes, and under which communes it is found. */
const going = ({ successors: ways }: Tables, scope: string, choice = "") => {
  const receiving = receivingUnit(ways, scope, choice);
  return [receiving.kind, ...foundUnder(receiving).map((unit) => unit.scope)];
};

it("a commune that gives a part away is there as before, and its files stay with it unless a person chooses", () => {
  const tables = amended(ceded);
  expect(tables.after.find(({ scope }) => scope === tuyPhuoc)?.validTo).toBe("");
  expect(going(tables, phuocLoc)).toEqual(["stays", tuyPhuoc, bac]);
  expect(going(tables, tuyPhuoc)).toEqual(["stays", tuyPhuoc, bac]);
  expect(going(tables, phuocLoc, "21964")).toEqual(["known", bac]);
  expect(going(tables, phuocLoc, "21952")).toEqual(["known", tuyPhuoc]);
  expect(going(tables, phuocLoc, "99999")).toEqual(["stays", tuyPhuoc, bac]);
  expect(successorsOf(tables.successors, phuocLoc)).toMatchObject([
    { to: { scope: tuyPhuoc }, part: false },
    { to: { scope: bac }, part: true, ceded: tuyPhuoc },
  ]);
});

it("nothing changes for those who went elsewhere, nor for those of whom it took a part, nor whose bodies are one", () => {
  const tables = amended(ceded);
  expect(going(tables, bac)).toEqual(["none"]);
  expect(going(tables, canhHoa)).toEqual(["open", ...[canhVinh, vanCanh].sort()]);
  for (const from of new Set(successors.map((one) => one.from)))
    if (!successorsOf(successors, from).some(({ to }) => to.scope === tuyPhuoc))
      expect(successorsOf(tables.successors, from)).toEqual(successorsOf(successors, from));
  const bodies = [phuocLoc, phuocHung].map((scope, at) => ({
    ...{ id: `f${at}`, scope, code: "", archiveCode: "", name: "UBND xã" },
  }));
  expect(proposeSameFonds(bodies, tables.successors)).toEqual(proposeSameFonds(bodies, successors));
});

it("what came to the giver after the day is not of the part", () => {
  const tables = amended(ceded, merge([dong], tuyPhuoc));
  expect(going(tables, dong)).toEqual(["known", tuyPhuoc]);
  expect(going(tables, phuocLoc)).toEqual(["stays", tuyPhuoc, bac]);
});

it("a part is followed to what its receiver became, and what the giver became keeps the rest", () => {
  const receiver = amended(ceded, found("99001"), merge([bac], "52.99001"));
  expect(going(receiver, phuocLoc)).toEqual(["stays", tuyPhuoc, "52.99001"]);
  expect(going(receiver, phuocLoc, "21964")).toEqual(["known", "52.99001"]);
  const giver = amended(ceded, found("99001"), merge([tuyPhuoc], "52.99001"));
  expect(going(giver, phuocLoc)).toEqual(["stays", "52.99001", bac]);
  expect(going(giver, tuyPhuoc, "21952")).toEqual(["known", "52.99001"]);
  // Both became one: there is nothing left to be chosen.
  const both = amended(ceded, found("99001"), merge([tuyPhuoc, bac], "52.99001"));
  expect(going(both, phuocLoc)).toEqual(["known", "52.99001"]);
  expect(going(both, phuocLoc, "21964")).toEqual(["known", "52.99001"]);
});

it("a part of a part is one too; in a commune that was divided everything is still to be chosen", () => {
  const onward: UnitChange = { kind: "split", from: bac, to: [bac, dong], on: "2026-06-01" };
  const tables = amended(ceded, onward);
  expect(going(tables, phuocLoc)).toEqual(["stays", tuyPhuoc, bac, dong]);
  expect(successorsOf(tables.successors, phuocLoc).at(-1)).toMatchObject({ ceded: bac });
  const divided = amended({ kind: "split", from: canhVinh, to: [canhVinh, dong], on: "2026-01-01" });
  expect(going(divided, canhHoa)).toEqual(["open", ...[canhVinh, vanCanh].sort(), dong]);
  expect(going(divided, canhHoa, "21970")).toEqual(["known", dong]);
});
