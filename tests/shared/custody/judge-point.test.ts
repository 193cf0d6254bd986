import { expect, test } from "vitest";
import { isInUse } from "#shared/archive/custody-point.ts";
import { type CustodyPoint } from "#shared/custody/paper-way.ts";
import { oddAtPoint, type PassingPaper } from "#shared/custody/judge-point.ts";
import { inOrder, refusePoint, slipRow } from "#shared/custody/point-list.ts";
import { slipSteps } from "#shared/forms/routing-slip.ts";
import { readPointMark, writePointMark } from "#shared/forms/point-mark.ts";
import { samplePoint } from "#tests/helpers/sample-desk-records.ts";

const all = () => true;
const none = () => false;

function passes(
  way: readonly CustodyPoint[],
  kind: CustodyPoint,
  paper: Partial<PassingPaper> = {},
  point: { ended?: boolean; records?: (kind: CustodyPoint) => boolean } = {},
) {
  const own = way.map((point, hour) => ({ id: `e${hour}`, point, at: `2025-05-20T0${hour}:00:00.000Z` }));
  return oddAtPoint(
    { subject: "file", own, holds: [], filesOut: false, ...paper },
    { kind, ended: false, records: all, ...point },
  );
}

test("a file that was unbound goes back to its place only bound again, whatever lay between", () => {
  const apart: CustodyPoint[] = ["out-of-box", "unbound", "at-scanner"];
  for (const kind of ["back-in-box", "on-shelf", "returned", "handed-over"] as const) {
    expect(passes(apart, kind), kind).toEqual(["still-unbound"]);
    expect(passes([...apart, "rebound"], kind), kind).toEqual([]);
  }
  expect(passes([...apart, "rebound", "unbound"], "on-shelf")).toEqual(["still-unbound"]);
  // On its way it may well be unbound.
  expect(passes(apart, "in-repair")).toEqual([]);
});

test("what a center has no point for is not asked for", () => {
  expect(passes(["on-shelf"], "at-scanner")).toEqual(["still-in-box"]);
  expect(passes(["on-shelf"], "at-scanner", {}, { records: none })).toEqual([]);
  expect(passes(["out-of-box"], "at-scanner")).toEqual([]);
  expect(passes(["out-of-box"], "rebound")).toEqual(["not-unbound"]);
  expect(passes(["out-of-box"], "rebound", {}, { records: none })).toEqual([]);
});

test("torn paper is not worked on, secret paper is only on its way out of the work", () => {
  const out: CustodyPoint[] = ["out-of-box"];
  for (const kind of ["unbound", "at-scanner", "to-contractor"] as const) {
    expect(passes(out, kind, { holds: ["torn"] }), kind).toEqual(["kept-back"]);
    expect(passes(out, kind, { holds: ["secret"] }), kind).toEqual(["secret"]);
  }
  expect(passes(out, "in-repair", { holds: ["torn"] })).toEqual([]);
  expect(passes(out, "in-repair", { holds: ["torn", "secret"] })).toEqual(["secret"]);
  for (const kind of ["in-safe", "returned", "received", "out-of-box"] as const)
    expect(passes(out, kind, { holds: ["secret"] }), kind).toEqual([]);
});

test("a box goes to its place with all its files in it; an ended point says so", () => {
  const box = { subject: "box", filesOut: true } as const;
  expect(passes(["received"], "on-shelf", box)).toEqual(["files-out"]);
  expect(passes(["received"], "on-shelf", { ...box, filesOut: false })).toEqual([]);
  expect(passes([], "received", {}, { ended: true })).toEqual(["point-ended"]);
});

test("scanners are told apart by number, other points by what they are called", () => {
  const others = [samplePoint("a"), samplePoint("b", { kind: "on-shelf", name: "Kho", number: "2" })];
  const point = (kind: CustodyPoint, name: string, number = "") => ({ kind, name, number });
  expect(refusePoint(point("at-scanner", "", "4"), others)).toBe("name-missing");
  expect(refusePoint(point("at-scanner", "Máy mới"), others)).toBe("number-missing");
  expect(refusePoint(point("at-scanner", "Máy mới", "3"), others)).toBe("number-taken");
  expect(refusePoint(point("at-scanner", "Máy mới", "4"), others)).toBeUndefined();
  expect(refusePoint(point("unbound", "kho", "2"), others)).toBe("name-taken");
  expect(refusePoint(point("on-shelf", "Kho", "3"), others)).toBeUndefined();
});

test("slips name a center's own points, in the order in which paper passes them", () => {
  const points = [
    samplePoint("m10", { number: "10" }),
    samplePoint("m2", { number: "2" }),
    samplePoint("cu", { number: "1", endedAt: "2025-05-20T02:00:00.000Z" }),
    samplePoint("ban", { kind: "unbound", name: "Bàn tháo", number: "" }),
    samplePoint("ket", { kind: "in-safe", name: "Két tài liệu mật", number: "" }),
    samplePoint("kho", { kind: "on-shelf", name: "Kho 1", number: "" }),
    samplePoint("kho2", { kind: "on-shelf", name: "Kho lạnh", number: "" }),
  ];
  expect(inOrder(points.filter(isInUse)).map(({ id }) => id)).toEqual([
    "ban",
    "m2",
    "m10",
    "kho",
    "kho2",
    "ket",
  ]);
  expect(slipRow("at-scanner", points)).toBe("Máy quét số …… (2, 10)");
  expect(slipSteps(points)).toEqual([
    ...["Ra khỏi hộp", "Kiểm đếm số tờ", "Bàn tháo", "Máy quét số …… (2, 10)", "Kiểm tra ảnh"],
    ...["Đóng lại, đủ tờ", "Két tài liệu mật", "Trả vào hộp", "Kho 1 / Kho lạnh"],
  ]);
  expect(slipSteps([])).toHaveLength(8);
});

test("a point's label is read back, and is no other label", () => {
  expect(readPointMark(writePointMark("diem-1"))).toBe("diem-1");
  expect(readPointMark("mucluc:file:diem-1")).toBeUndefined();
  expect(readPointMark("mucluc:point:%")).toBeUndefined();
});
