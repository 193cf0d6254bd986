import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { completeCell, leavesOfPages } from "#renderer/features/inventory/grid/complete-cell.ts";
import { commonHead, nextRow } from "#renderer/features/inventory/grid/next-row.ts";
import { planPaste } from "#renderer/features/inventory/grid/plan-paste.ts";
import { itemRows } from "#renderer/features/inventory/grid/row-kind.ts";
import { planSequence } from "#renderer/features/inventory/grid/sequence.ts";

describe("a short text in a cell", () => {
  it.each([
    ["issuedDate", "5/3", { issuedDate: "01/02/2016" }, "5/3/2016"],
    ["issuedDate", "5/3", {}, "5/3"],
    ["issuedDate", "12", { issuedDate: "01/02/2016" }, "12/02/2016"],
    ["issuedDate", "31", { issuedDate: "02/2016" }, "31/02/2016"],
    ["issuedDate", "12", { issuedDate: "2016" }, "12"],
    ["issuedDate", "12", {}, "12"],
    ["issuedDate", "05032016", {}, "05/03/2016"],
    ["issuedDate", "5.3.76", {}, "5/3/1976"],
    ["issuedDate", "2016", { issuedDate: "2015" }, "2016"],
    ["leaves", "+2", { leaves: "3-4" }, "5-6"],
    ["leaves", "+1", {}, "1"],
    ["leaves", "7", { leaves: "3-4" }, "7"],
    ["subject", "5/3", { issuedDate: "2016" }, "5/3"],
  ])("in %s, %s above %j means %s", (field, text, above, meant) => {
    expect(completeCell(field, ["issuedDate"], text, above)).toBe(meant);
  });

  it("takes no number of a pasted block for a day", () => {
    expect(completeCell("issuedDate", ["issuedDate"], "12", { issuedDate: "01/02/2016" }, false)).toBe("12");
  });

  it("counts leaves from pages with as many sides as above", () => {
    expect(leavesOfPages("3", { leaves: "1-2", pageCount: "2" })).toBe("3-5");
    expect(leavesOfPages("3", { leaves: "1-2", pageCount: "4" })).toBe("3-4");
    expect(leavesOfPages("3", {})).toBeUndefined();
    expect(leavesOfPages("ba", { leaves: "1" })).toBeUndefined();
  });
});

describe("the next row", () => {
  const last = {
    type: "02",
    symbol: "QĐ-UBND",
    number: "009",
    subject: "Về việc giao đất cho ông An",
    note: "x",
  };

  it("keeps what is kept, and goes on with the number", () => {
    const { cells, awaiting } = nextRow(itemRows, last, undefined, new Set(["type", "symbol"]), "10");
    expect(cells).toMatchObject({ ordinal: "10", type: "02", symbol: "QĐ-UBND", number: "010" });
    expect([cells["note"], cells["subject"], awaiting]).toEqual([undefined, undefined, undefined]);
  });

  it("gives what the last two subjects begin with, to be typed on", () => {
    const before = { ...last, subject: "Về việc giao đất cho bà Bình" };
    const next = nextRow(itemRows, last, before, new Set(["subject"]), "10");
    expect(next).toMatchObject({ cells: { subject: "Về việc giao đất cho " }, awaiting: "subject" });
    expect(commonHead("Về việc A", "Kế hoạch B")).toBe("Về việc A");
  });
});

describe("a sequence", () => {
  it("keeps its digits, and says how many numbers it has", () => {
    const plan = planSequence({ begin: "H05.0009", step: "", pad: "", last: "H05.0012" }, 3);
    expect(plan).toEqual({ ok: true, value: { texts: ["H05.0009", "H05.0010", "H05.0011"], numbers: 4 } });
    expect(planSequence({ begin: "mười", step: "1", pad: "", last: "" }, 3)).toEqual({
      ok: false,
      fault: "no-number",
    });
    expect(planSequence({ begin: "1", step: "0", pad: "", last: "" }, 3)).toEqual({
      ok: false,
      fault: "no-step",
    });
  });

  it("goes on by its step over any number of rows", () => {
    const number = fc.integer({ min: 0, max: 99_999 });
    const step = fc.integer({ min: 1, max: 50 });
    fc.assert(
      fc.property(number, step, fc.integer({ min: 1, max: 200 }), (first, by, rows) => {
        const plan = planSequence({ begin: String(first), step: String(by), pad: "6", last: "" }, rows);
        expect(plan.ok && plan.value.texts.map(Number)).toEqual(
          Array.from({ length: rows }, (_, at) => first + at * by),
        );
      }),
    );
  });
});

it("lays a block over the grid, passes over what cannot be edited, and makes rows beyond it", () => {
  const columns = [
    { key: "a", kind: "text" },
    { key: "b", kind: "fixed" },
    { key: "c", kind: "choice" },
  ] as const;
  const block = [
    ["1", "2", "3", "4"],
    ["5", "6"],
    ["7", "8", "9"],
  ];
  expect(planPaste({ row: 4, column: 0 }, block, 6, columns)).toEqual({
    cells: [
      { row: 4, field: "a", text: "1" },
      { row: 4, field: "c", text: "3" },
      { row: 5, field: "a", text: "5" },
    ],
    newRows: [{ a: "7", c: "9" }],
    beyond: 1,
  });
});
