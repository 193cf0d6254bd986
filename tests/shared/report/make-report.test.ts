import { expect, test } from "vitest";
import type { Report } from "#shared/archive/report.ts";
import { momentInVietnam } from "#shared/base/vietnam-time.ts";
import { digestOfReport, makeReport, versionsOf } from "#shared/report/make-report.ts";
import { stampAt } from "#tests/helpers/sample-records.ts";
import { rowOf } from "./campaign.ts";

const day = "2025-05-20";
const now = momentInVietnam(day, 12 * 60 + 50);
const content = {
  rows: [rowOf("52.550.21952", 100, 20)],
  asOf: new Date(momentInVietnam(day, 12 * 60 + 45)).toISOString(),
  ...{ atSeq: 512, heardAt: "", scanners: 3, people: 9, difficulties: [], remark: "" },
};
let made = 0;
const make = (
  earlier: Report[],
  over: Partial<typeof content> = {},
  reason = "",
  at = now,
  by = "Lê Văn C",
) => {
  made += 1;
  return makeReport(
    { ...content, ...over },
    { id: `R${made}`, scope: "52.550", now: at, by, reason, earlier },
    stampAt(made),
  );
};
const value = (result: ReturnType<typeof make>) => {
  if (!result.ok) throw new Error(result.fault);
  return result.value;
};

test("the first report of a day is version 1, numbered in its year, and frozen by its digest", () => {
  const first = value(make([]));
  expect(first).toMatchObject({ day, version: 1, number: "2025-001", reason: "" });
  expect(first.digest).toBe(digestOfReport(first));
  expect(digestOfReport({ ...first, remark: "Khác" })).not.toBe(first.digest);
  const next = { asOf: new Date(momentInVietnam("2025-05-21", 765)).toISOString() };
  expect(value(make([first], next, "", momentInVietnam("2025-05-21", 770)))).toMatchObject({
    version: 1,
    number: "2025-002",
  });
});

test("a correction is a new version under the same number, with its reason", () => {
  const first = value(make([]));
  const rows = [rowOf("52.550.21952", 120, 40)];
  expect(make([first], { rows })).toEqual({ ok: false, fault: "reason-missing" });
  expect(make([first], {}, "Sửa")).toEqual({ ok: false, fault: "nothing-changed" });
  const second = value(make([first], { rows }, " Thiếu một hộp "));
  expect(second).toMatchObject({ version: 2, number: "2025-001", reason: "Thiếu một hộp" });
  expect(versionsOf([second, first], "52.550", day).map(({ version }) => version)).toEqual([1, 2]);
});

test("a withdrawn report is no version of its day", () => {
  const first = { ...value(make([])), withdrawn: "Lập nhầm" };
  expect(value(make([first]))).toMatchObject({ version: 1, number: "2025-002" });
});

test("its day is Vietnam's: midnight there is 17:00 in UTC", () => {
  const minute = (at: string) => value(make([], { asOf: at }, "", Date.parse(at) + 1000)).day;
  expect(minute("2025-05-20T16:59:00.000Z")).toBe("2025-05-20");
  expect(minute("2025-05-20T17:00:00.000Z")).toBe("2025-05-21");
});

test("no report is made of an hour that has not come", () => {
  expect(make([], {}, "", now - 3_600_000)).toEqual({ ok: false, fault: "day-over" });
});
