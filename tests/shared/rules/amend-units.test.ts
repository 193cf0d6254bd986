import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { receivingUnit, successorsOf } from "#shared/archive/successor.ts";
import { amendUnits, tryUnitChange } from "#shared/rules/amend-units.ts";
import type { UnitFaultCode } from "#shared/rules/judge-unit-change.ts";
import { liveUnits } from "#shared/rules/live-units.ts";
import type { UnitAmendment, UnitChange } from "#shared/rules/unit-amendment.ts";
import { successors, unitsAfter, unitsBefore } from "#tests/fixtures/unit-tables.ts";

const base = { units: unitsBefore, after: unitsAfter, successors };
const phuocLoc = "52.550.21976";
const canhHoa = "52.551.22000";
/** Communes of today. */
const [tuyPhuocBac, tuyPhuoc, canhVinh, vanCanh] = ["52.21964", "52.21952", "52.22006", "52.21994"];

let made: UnitAmendment[] = [];
const amended = (...changes: UnitChange[]) => {
  made = changes.map((change, place) => ({
    ...{ number: place + 1, at: "2025-08-01T00:00:00.000Z", by: "Trần Văn Quản", change },
    ...{ act: "Nghị quyết số 1", reason: "Sửa cho đúng" },
  }));
  return amendUnits(base, made);
};
const named = (scope: string, choice = "", tables = amendUnits(base, made).tables) => {
  const receiving = receivingUnit(tables.successors, scope, choice);
  return receiving.kind === "known" ? receiving.unit.name : receiving.kind;
};
const nameOf = (scope: string) => [...unitsBefore, ...unitsAfter].find((unit) => unit.scope === scope)?.name;
const found = (code: string, name: string, on = "2026-01-01"): UnitChange => ({
  ...{ kind: "found", parent: "52", code, name, on },
});

describe("the tables of units under a province's amendments", () => {
  it("are those of the program where nothing is amended, and where nothing fits", () => {
    expect(amended().tables).toBe(base);
    const { tables, unfit } = amended({ kind: "rename", scope: "52.99999", name: "Xã Lạ" });
    expect(tables).toBe(base);
    expect(unfit).toEqual([{ number: 1, faults: [{ code: "unit-unknown", about: "52.99999" }] }]);
  });

  it("have a name that was put right, before and after the merger, and the same units", () => {
    const { tables } = amended(
      { kind: "rename", scope: phuocLoc, name: "  Xã  Phước Lộc A " },
      { kind: "rename", scope: tuyPhuoc, name: "Xã Tuy Phước Mới" },
    );
    expect(tables.units.find(({ scope }) => scope === phuocLoc)?.name).toBe("Xã Phước Lộc A");
    expect(tables.units).toHaveLength(unitsBefore.length);
    expect(new Set(successorsOf(tables.successors, "52.550.21952").map(({ to }) => to.name))).toEqual(
      new Set(["Xã Tuy Phước Mới"]),
    );
  });

  it("tell another successor of an old commune where the table was wrong", () => {
    amended();
    expect(named(phuocLoc)).toBe(nameOf(tuyPhuoc));
    expect(amended({ kind: "merge", from: [phuocLoc], to: tuyPhuocBac, on: "2025-07-01" }).unfit).toEqual([]);
    expect(named(phuocLoc)).toBe(nameOf(tuyPhuocBac));
    expect(named("52.550.21952")).toBe(nameOf(tuyPhuoc));
  });

  it("lead through communes of today that were merged since to those that are there", () => {
    const { tables, unfit } = amended(found("99001", "Phường Mới"), {
      ...{ kind: "merge", from: [tuyPhuoc, tuyPhuocBac], to: "52.99001", on: "2026-01-01" },
    });
    expect(unfit).toEqual([]);
    expect(named(phuocLoc)).toBe("Phường Mới");
    expect(tables.after.find(({ scope }) => scope === tuyPhuoc)).toMatchObject({ validTo: "2025-12-31" });
    expect(tables.successors.some(({ to }) => to.scope === tuyPhuoc)).toBe(false);
  });

  it("keep a choice that was made in a split commune while what was chosen became one; divided, it is open", () => {
    amended();
    expect([named(canhHoa), named(canhHoa, "22006")]).toEqual(["open", nameOf(canhVinh)]);
    const merged: UnitChange = { kind: "merge", from: [canhVinh], to: "52.99001", on: "2026-01-01" };
    amended(found("99001", "Xã Canh Mới"), merged);
    expect([named(canhHoa, "22006"), named(canhHoa, "99001")]).toEqual(["Xã Canh Mới", "Xã Canh Mới"]);
    expect([named(canhHoa), named(canhHoa, "21994")]).toEqual(["open", nameOf(vanCanh)]);
    amended(found("99001", "Xã Một"), found("99002", "Xã Hai"), {
      ...{ kind: "split", from: canhVinh, to: ["52.99001", "52.99002"], on: "2026-01-01" },
    });
    expect([named(canhHoa, "22006"), named(canhHoa, "99002")]).toEqual(["open", "Xã Hai"]);
  });

  it("know a commune of before that lacked, of its district, and one that ended without a successor", () => {
    const { tables, unfit } = amended(
      { kind: "found", parent: "52.550", code: "99003", name: "Xã Thiếu", on: "1994-01-01" },
      { kind: "merge", from: ["52.550.99003"], to: tuyPhuoc, on: "2025-07-01" },
      { kind: "end", scope: tuyPhuocBac, on: "2026-06-30" },
    );
    expect(unfit).toEqual([]);
    expect(tables.units.at(-1)).toMatchObject({ scope: "52.550.99003", validTo: "2025-06-30" });
    expect(named("52.550.99003")).toBe(nameOf(tuyPhuoc));
    expect(tables.after.find(({ scope }) => scope === tuyPhuocBac)?.validTo).toBe("2026-06-30");
  });
});

const merge = (from: string[], to: string, on = "2026-01-01"): UnitChange => ({
  kind: "merge",
  from,
  to,
  on,
});

it.each<[string, UnitFaultCode[], UnitChange, UnitChange[]]>([
  ["a unit nobody knows", ["unit-unknown"], merge(["52.1"], tuyPhuoc), []],
  ["a successor that does not exist", ["successor-unknown"], merge([tuyPhuoc], "52.1"), []],
  ["a district", ["not-a-commune"], { kind: "end", scope: "52.550", on: "2025-06-30" }, []],
  ["the name it has", ["name-as-before"], { kind: "rename", scope: "52", name: "Tỉnh Bình Định" }, []],
  ["a code twice", ["code-twice"], found("21952", "Xã Trùng"), []],
  [
    "the code of one that ended",
    ["code-twice"],
    found("21952", "Xã Trùng"),
    [merge([tuyPhuoc], tuyPhuocBac)],
  ],
  [
    "a commune above one",
    ["parent-unfit"],
    { kind: "found", parent: tuyPhuoc, code: "99001", name: "Xã", on: "2026-01-01" },
    [],
  ],
  ["a day that is none", ["no-such-day"], merge([tuyPhuoc], tuyPhuocBac, "2026-02-30"), []],
  ["an end before the beginning", ["end-before-beginning"], merge([tuyPhuoc], tuyPhuocBac, "2025-07-01"), []],
  ["another day than the end", ["ended-otherwise"], merge([phuocLoc], tuyPhuoc, "2025-08-01"), []],
  [
    "a successor of later",
    ["successor-not-then"],
    merge([phuocLoc], "52.99001", "2025-07-01"),
    [found("99001", "Xã Sau")],
  ],
  ["one named twice", ["named-twice"], merge([tuyPhuoc, tuyPhuoc], tuyPhuocBac), []],
  [
    "a split without its parts",
    ["split-in-one"],
    { kind: "split", from: tuyPhuoc, to: [tuyPhuocBac], on: "2026-01-01" },
    [],
  ],
  [
    "a part of a commune that was no more then",
    ["giver-not-then"],
    { kind: "split", from: phuocLoc, to: [phuocLoc, tuyPhuocBac], on: "2026-01-01" },
    [],
  ],
  [
    "a part given to one that ended, and twice",
    ["named-twice", "successor-not-then", "successor-not-then"],
    { kind: "split", from: tuyPhuoc, to: [tuyPhuoc, phuocLoc, phuocLoc], on: "2026-01-01" },
    [],
  ],
  [
    "a part given to nobody",
    ["split-in-one"],
    { kind: "split", from: tuyPhuoc, to: [tuyPhuoc], on: "2026-01-01" },
    [],
  ],
  ["itself", ["cycle"], merge([tuyPhuoc], tuyPhuoc), []],
  [
    "one that became it",
    ["ended-otherwise", "cycle"],
    merge([tuyPhuocBac], tuyPhuoc, "2026-03-01"),
    [merge([tuyPhuoc], tuyPhuocBac), merge([tuyPhuocBac], vanCanh, "2026-02-01")],
  ],
  [
    "several at once",
    ["unit-unknown", "unit-unknown", "successor-unknown"],
    merge(["52.1", "52.2"], "52.3"),
    [],
  ],
])("an amendment of %s is named and changes nothing", (_case, codes, change, before) => {
  amended(...before);
  const { faults, tables } = tryUnitChange(base, made, change);
  expect(faults.map(({ code }) => code)).toEqual(codes);
  expect(tables.successors).toEqual(amendUnits(base, made).tables.successors);
  expect(
    amended(...before, change)
      .unfit.at(-1)
      ?.faults.map(({ code }) => code),
  ).toEqual(codes);
});

const anyScope = fc.constantFrom(
  ...[...unitsBefore, ...unitsAfter].map(({ scope }) => scope),
  "52.99001",
  "52.99002",
);
const anyDay = fc.constantFrom("2025-07-01", "2025-12-31", "2026-01-01", "2026-06-01");
const anyChange: fc.Arbitrary<UnitChange> = fc.oneof(
  fc.record({ kind: fc.constant("rename" as const), scope: anyScope, name: fc.constantFrom("Xã A", "Xã B") }),
  fc.record({
    ...{ kind: fc.constant("found" as const), parent: fc.constantFrom("52", "52.550", phuocLoc) },
    ...{ code: fc.constantFrom("99001", "99002", "21952"), name: fc.constant("Xã C"), on: anyDay },
  }),
  fc.record({
    ...{ kind: fc.constant("merge" as const), from: fc.array(anyScope, { minLength: 1, maxLength: 3 }) },
    ...{ to: anyScope, on: anyDay },
  }),
  fc.record({
    ...{ kind: fc.constant("split" as const), from: anyScope, on: anyDay },
    to: fc.array(anyScope, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant("end" as const), scope: anyScope, on: anyDay }),
);

it("whatever is amended: no unit goes, none changes its scope, no scope is two units, and each way ends", () => {
  fc.assert(
    fc.property(fc.array(anyChange, { maxLength: 12 }), (changes) => {
      const { tables, unfit } = amended(...changes);
      const all = [...tables.units, ...tables.after];
      for (const unit of [...unitsBefore, ...unitsAfter]) {
        const now = all.filter(({ scope }) => scope === unit.scope);
        expect(now).toMatchObject([{ code: unit.code, level: unit.level, validFrom: unit.validFrom }]);
      }
      expect(new Set(all.map(({ scope }) => scope)).size).toBe(all.length);
      // Who gave a part away and stays leads to itself and to who got it, on to nobody else.
      const left = tables.successors.filter(
        ({ from, to, ceded }) => ceded === undefined && to.scope !== from,
      );
      const ended = new Set(left.map(({ from }) => from));
      for (const { to } of tables.successors) expect(ended.has(to.scope)).toBe(false);
      for (const { faults } of unfit) expect(faults.length).toBeGreaterThan(0);
    }),
    { numRuns: 150 },
  );
});

it("live tables stay the same lists, and go back where an amendment is no more", () => {
  const live = liveUnits(base);
  const { units } = live;
  amended({ kind: "rename", scope: phuocLoc, name: "Xã Khác" });
  expect(live.amend(made)).toEqual([]);
  expect(live.units).toBe(units);
  expect(units.find(({ scope }) => scope === phuocLoc)?.name).toBe("Xã Khác");
  live.amend([]);
  expect(units).toEqual(unitsBefore);
});
