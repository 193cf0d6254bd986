import { describe, expect, test } from "vitest";
import { dayOfSerial, joinDate, readDate, readDateSpan } from "#shared/inventory/read-date.ts";

describe("a date in one cell", () => {
  test.each([
    ["05/06/2015", "2015-06-05"],
    ["5-6-2015", "2015-06-05"],
    ["5.6.2015", "2015-06-05"],
    [" 05 / 06 / 2015".trim(), "2015-06-05"],
    ["ngày 5 tháng 6 năm 2015", "2015-06-05"],
    ["06/2015", "2015-06"],
    ["tháng 6/2015", "2015-06"],
    ["2015", "2015"],
    ["năm 2015", "2015"],
    ["2015-06-05", "2015-06-05"],
    ["2015-6", "2015-06"],
    ["2015-06-05T00:00:00", "2015-06-05"],
    ["29/02/2016", "2016-02-29"],
    ["42160", "2015-06-05"],
    ["42160.5", "2015-06-05"],
    ["", ""],
    ["…", ""],
    ["-", ""],
    ["1976", "1976"],
  ])("%j is read as %j", (text, date) => expect(readDate(text)).toBe(date));

  test.each([
    "31/02/2015",
    "29/02/2015",
    "32/01/2015",
    "05/13/2015",
    "0/6/15",
    "năm ngoái",
    "5/6",
    "99999999",
    "5/6/0015",
  ])("%j is no date", (text) => expect(readDate(text)).toBeUndefined());

  test("a serial counts from 1904 where the workbook says so", () => {
    expect(readDate("40698", true)).toBe("2015-06-05");
  });
});

describe("Excel's serials", () => {
  test.each([
    [59, false, "1900-02-28"],
    [61, false, "1900-03-01"],
    [36_526, false, "2000-01-01"],
    [36_585, false, "2000-02-29"],
    [43_831, false, "2020-01-01"],
    [0, true, "1904-01-01"],
    [Number.NaN, false, undefined],
    [9e9, false, undefined],
  ])("%d (from 1904: %s) is %s", (serial, from1904, day) => {
    expect(dayOfSerial(serial, from1904)).toBe(day);
  });

  test("follow the calendar day by day for two centuries", () => {
    for (let serial = 61; serial < 109_000; serial += 1) {
      const day = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
      if (dayOfSerial(serial, false) !== day) expect(dayOfSerial(serial, false)).toBe(day);
    }
  });
});

describe("a date in three columns", () => {
  test.each([
    ["5", "6", "2015", "2015-06-05"],
    ["", "6", "2015", "2015-06"],
    ["", "", "2015", "2015"],
    ["0", "0", "2015", "2015"],
    ["00", "06", "2015", "2015-06"],
    ["", "", "", ""],
    ["…", "…", "2015", "2015"],
  ])("%j %j %j is %j", (day, month, year, date) => expect(joinDate(day, month, year)).toBe(date));

  test.each([
    ["31", "4", "2015"],
    ["5", "", "2015"],
    ["5", "6", ""],
    ["x", "6", "2015"],
    ["5", "6", "15"],
    ["5", "0", "2015"],
  ])("%j %j %j is no date", (day, month, year) => expect(joinDate(day, month, year)).toBeUndefined());
});

describe("a span of dates", () => {
  test.each([
    ["01/2015 - 12/2016", "2015-01", "2016-12"],
    ["01/2015-12/2016", "2015-01", "2016-12"],
    ["2015-2016", "2015", "2016"],
    ["2015 – 2016", "2015", "2016"],
    ["từ 5/1/2015 đến 30/12/2015", "2015-01-05", "2015-12-30"],
    ["05/01/2015-30/12/2015", "2015-01-05", "2015-12-30"],
    ["2015", "2015", "2015"],
    ["05/06/2015", "2015-06-05", "2015-06-05"],
  ])("%j is %j to %j", (text, start, end) => expect(readDateSpan(text)).toEqual({ start, end }));

  test.each(["nhiệm kỳ 2015", "31/02/2015 - 2016", "2015 - ", "1-2-3-4"])("%j is no span", (text) =>
    expect(readDateSpan(text)).toBeUndefined(),
  );
});
