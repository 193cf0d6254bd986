import { expect, test } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import { withdrawnTogether } from "#shared/archive/withdrawn-together.ts";
import { sampleFile, sampleItem, stampAt } from "#tests/helpers/sample-records.ts";

const file = editRecord(sampleFile("f"), { withdrawn: "Nhầm" }, stampAt(60_000));
const item = (reason: string, ms: number, device = "screen") =>
  editRecord(sampleItem("i"), { withdrawn: reason }, stampAt(ms, device));

test("records are withdrawn together for one reason, on one device, at one moment", () => {
  expect(withdrawnTogether(file, item("Nhầm", 60_000))).toBe(true);
  expect(withdrawnTogether(file, item("Nhầm", 64_000))).toBe(true);
  expect(withdrawnTogether(file, item("Nhầm", 56_000))).toBe(true);
  expect(withdrawnTogether(file, item("Nhầm", 66_000))).toBe(false);
  expect(withdrawnTogether(file, item("Nhầm", 30_000))).toBe(false);
  expect(withdrawnTogether(file, item("Trùng", 60_000))).toBe(false);
  expect(withdrawnTogether(file, item("Nhầm", 60_000, "other"))).toBe(false);
  expect(withdrawnTogether(sampleFile("f"), sampleItem("i"))).toBe(false);
});
