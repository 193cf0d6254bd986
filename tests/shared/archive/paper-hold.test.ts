import { describe, expect, test } from "vitest";
import { type BatchState, batchMoves, goesOn } from "#shared/archive/batch.ts";
import { countCompleteness } from "#shared/completeness/count-batch.ts";
import { countHolds, isHeld, type PaperHold, refuseHold } from "#shared/archive/paper-hold.ts";
import { permissions } from "#shared/archive/permissions.ts";
import { roles } from "#shared/archive/role.ts";
import { sampleFile } from "#tests/helpers/sample-records.ts";

const held = (code: PaperHold["code"]): { held: PaperHold } => ({
  held: { code, why: "", at: "2025-05-20T01:00:00.000Z", by: "Lê Thị Kiểm" },
});

describe("a hold", () => {
  test("is put and lifted by those of the center alone", () => {
    for (const role of roles) {
      const may = (permissions.hold as readonly string[]).includes(role);
      expect(refuseHold({}, "torn", "", role)).toBe(may ? undefined : "not-your-role");
      expect(refuseHold(held("torn"), "", "đã vá", role)).toBe(may ? undefined : "not-your-role");
    }
  });

  test.each([
    [{}, "", "vì", "not-held"],
    [held(""), "", "vì", "not-held"],
    [{}, "other", " ", "why-missing"],
    [held("stuck"), "", " ", "why-missing"],
    [held("stuck"), "stuck", "", "held-already"],
    [held("stuck"), "torn", "", undefined],
    [{}, "secret", "", undefined],
    [{}, "torn", "x".repeat(501), "why-too-long"],
  ] as const)("%j to '%s' because '%s': %s", (record, code, why, refusal) => {
    expect(refuseHold(record, code, why, "sorter")).toBe(refusal);
  });

  test("is counted by its reason, and one that was lifted is none", () => {
    const files = [held("torn"), held("secret"), held("torn"), held(""), {}];
    expect(countHolds(files)).toEqual([
      { code: "torn", count: 2 },
      { code: "secret", count: 1 },
    ]);
    expect(files.map(isHeld)).toEqual([true, true, true, false, false]);
  });

  test("of a file is a lack of its batch", () => {
    const files = [sampleFile("f1", held("torn")), sampleFile("f2"), sampleFile("f3", held(""))];
    const lacks = countCompleteness(files, [], []).lacks.filter(({ code }) => code === "file-held");
    expect(lacks.map(({ fileId }) => fileId)).toEqual(["f1"]);
  });
});

test("a step goes on, goes back or gives the batch back: of two opposite steps one goes on at most", () => {
  for (const { from, to } of batchMoves) {
    const back = batchMoves.some((move) => move.from === to && move.to === from);
    if (back && from !== "returned" && to !== "returned") expect(goesOn(from, to)).toBe(!goesOn(to, from));
    if (to === "returned") expect(goesOn(from, to)).toBe(false);
  }
  expect(goesOn("returned", "handed-over" satisfies BatchState)).toBe(true);
});
