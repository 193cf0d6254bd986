import { expect, test } from "vitest";
import { explainGap, explainsGap, type Gap, pinOfGap, readExplanations } from "#shared/completeness/gap.ts";
import { sampleNote } from "#tests/helpers/sample-desk-records.ts";

const gap = (from: number, to: number, fields: Partial<Gap> = {}): Gap => ({
  ...{ kind: "box", fondsId: "f", fileId: "", inventory: "01", box: "", from, to },
  ...fields,
});
const note = (id: string, about: Gap, text: string, at = "2025-05-20") =>
  sampleNote(id, { field: pinOfGap(about), text, at });

test("a reason holds for its numbers alone, and what it leaves over stays open", () => {
  const reasons = readExplanations([note("n", gap(4, 5), "Hộp trống")]);
  const pieces = explainGap(gap(3, 8), reasons).map(({ from, to, why, noteId }) => [from, to, why, noteId]);
  expect(pieces).toEqual([
    [3, 3, "", ""],
    [4, 5, "Hộp trống", "n"],
    [6, 8, "", ""],
  ]);
});

test("reasons that reach a gap by one number hold for that number", () => {
  const reasons = readExplanations([note("a", gap(1, 3), "Trước"), note("b", gap(8, 9), "Sau")]);
  expect(explainGap(gap(3, 8), reasons)).toMatchObject([
    { from: 3, to: 3, why: "Trước" },
    { from: 4, to: 7, why: "" },
    { from: 8, to: 8, why: "Sau" },
  ]);
});

test("a reason given for more than still lacks holds; the last written of two is shown", () => {
  const reasons = readExplanations([
    note("a", gap(2, 9), "Cũ", "2025-05-20"),
    note("b", gap(2, 9), "Mới", "2025-05-21"),
  ]);
  expect(explainGap(gap(3, 4), reasons)).toMatchObject([{ from: 3, to: 4, why: "Mới", noteId: "b" }]);
});

test("another list, another kind, another box, and what was withdrawn explain nothing", () => {
  const others = [
    note("a", gap(3, 3, { inventory: "02" }), "x"),
    note("b", gap(3, 3, { kind: "file" }), "x"),
    note("c", gap(3, 3, { box: "1" }), "x"),
    { ...note("d", gap(3, 3), "x"), withdrawn: "Nhầm" },
    sampleNote("e", { field: "title" }),
  ];
  expect(explainGap(gap(3, 3), readExplanations(others))).toMatchObject([{ why: "" }]);
  expect(others.map(explainsGap)).toEqual([true, true, true, true, false]);
});

test("the longest names fit the field a note is pinned to", () => {
  const long = gap(999_999_998, 999_999_999, { inventory: "ắ".repeat(20), box: "ợ".repeat(20) });
  expect(pinOfGap(long).length).toBeLessThanOrEqual(60);
});
