import { describe, expect, it } from "vitest";
import { readSuccessors, receivingUnit, successorsBelow, successorsOf } from "#shared/archive/successor.ts";
import { covers, lastDistrictDay, unitOn } from "#shared/archive/unit.ts";
import { successors, unitsAfter as after, unitsBefore as before } from "#tests/fixtures/unit-tables.ts";

const units = [...before, ...after];
const scopeOf = (code: string) => before.find((unit) => unit.code === code)?.scope ?? "";
const namesOf = (code: string) => successorsOf(successors, scopeOf(code)).map(({ to }) => to.name);

describe("the units", () => {
  it("are eleven districts, 155 communes, and 58 since July 2025", () => {
    expect(before.filter(({ level }) => level === "district")).toHaveLength(11);
    expect(before.filter(({ level }) => level === "commune")).toHaveLength(155);
    expect(after).toHaveLength(58);
    expect(new Set(units.map(({ code, validFrom }) => `${code} ${validFrom}`)).size).toBe(units.length);
  });

  it("are told apart by the day, for every code of July 2025 was another unit's before", () => {
    expect(unitOn(units, "21808", lastDistrictDay)?.name).toBe("Thị trấn Phú Phong");
    expect(unitOn(units, "21808", "2025-07-01")?.name).toBe("Xã Tây Sơn");
    expect(unitOn(units, "21550", "2025-07-01")).toBeUndefined();
    for (const unit of after) expect(unitOn(units, unit.code, lastDistrictDay)?.scope).not.toBe(unit.scope);
  });
});

describe("the successors", () => {
  it("are there for every commune, and every new commune has something to succeed to", () => {
    for (const unit of before.filter(({ level }) => level === "commune")) {
      expect(successorsOf(successors, unit.scope).length, unit.name).toBeGreaterThan(0);
    }
    expect(new Set(successors.map(({ to }) => to.scope))).toEqual(new Set(after.map(({ scope }) => scope)));
  });

  it("are several for the three communes that were split, each a part", () => {
    expect(namesOf("21634")).toEqual(["Xã An Toàn", "Xã An Hòa"]);
    expect(namesOf("21997")).toEqual(["Xã Canh Liên", "Xã Canh Vinh"]);
    expect(namesOf("22000")).toEqual(["Xã Vân Canh", "Xã Canh Vinh"]);
    const parts = successors.filter(({ part }) => part);
    expect(new Set(parts.map(({ from }) => from)).size).toBe(3);
    expect(parts).toHaveLength(6);
  });

  it("stay within the district they came from, and none is a district's own", () => {
    expect(successorsOf(successors, "52.550")).toEqual([]);
    const below = successorsBelow(successors, "52.550").map(({ scope }) => scope);
    const elsewhere = successors.filter(({ from }) => !covers("52.550", from)).map(({ to }) => to.scope);
    expect(below.filter((scope) => elsewhere.includes(scope))).toEqual([]);
    expect(below.length).toBeGreaterThan(2);
  });

  it("are refused where the table names a unit that is not there", () => {
    const csv = "old_code,old_name,district_code,new_code,new_name,extent\n99999,X,540,21583,Y,WHOLE";
    expect(() => readSuccessors(csv, units)).toThrow("99999");
  });
});

describe("the commune that receives a file", () => {
  it("is the only successor, without a choice and whatever is chosen", () => {
    expect(receivingUnit(successors, scopeOf("21556"), "")).toMatchObject({
      kind: "known",
      unit: { name: "Phường Quy Nhơn" },
      chosen: false,
    });
  });

  it("is open in a split commune until one of its successors is chosen", () => {
    const split = scopeOf("22000");
    expect(receivingUnit(successors, split, "")).toMatchObject({ kind: "open" });
    expect(receivingUnit(successors, split, "21583")).toMatchObject({ kind: "open" });
    expect(receivingUnit(successors, split, "22006")).toMatchObject({
      kind: "known",
      unit: { name: "Xã Canh Vinh" },
      chosen: true,
    });
    expect(receivingUnit(successors, "52.550", "22006")).toEqual({ kind: "none" });
  });
});
