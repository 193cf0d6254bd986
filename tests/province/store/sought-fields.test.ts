import { expect, test } from "vitest";
import { foldedWords } from "#shared/base/fold.ts";
import {
  fieldsOfFile,
  fieldsOfItem,
  firstDay,
  issuerPattern,
  lastDay,
  numberPattern,
  numberWords,
} from "#province/store/sought-fields.ts";

const item = (number: string, symbol: string, more: { issuer?: string; issuedDate?: string } = {}) =>
  fieldsOfItem({ number, symbol, issuer: "", issuedDate: "", ...more });

/** What the store's `like` answers. */
const isLike = (text: string, pattern: string) =>
  new RegExp(
    `^${pattern
      .replaceAll(/[.*+?^${}()|[\]]/g, "\\$&")
      .replaceAll(/(?<!\\)%/g, ".*")
      .replaceAll(/\\([%_])/g, "$1")}$`,
    "s",
  ).test(text);

test.each([
  ["15", "QĐ-UB", "15", true],
  ["15", "QĐ-UB", "015", true],
  ["015", "QĐ-UB", "15", true],
  ["15", "QĐ-UB", "15/QĐ-UB", true],
  ["15", "QĐ/UB", "15-qd/ub", true],
  ["15", "/QĐ-UB", "15/QĐ", true],
  ["15", "QĐ-UB", "qd-ub", true],
  ["15", "QĐ-UB", "UB", true],
  ["15A", "QĐ-UB", "15a/QĐ-UB", true],
  ["150", "QĐ-UB", "15", false],
  ["115", "QĐ-UB", "15", false],
  ["15A", "QĐ-UB", "15", false],
  ["15", "CT-UB", "15/QĐ", false],
  ["", "QĐ-UB", "QĐ-UB", true],
  ["15", "", "15", true],
  ["", "", "15", false],
  ["", "", "%", false],
  ["15", "QĐ_UB", "15/QĐ_UB", true],
  ["15", "QĐXUB", "15/QĐ_UB", false],
  ["15", "QĐ-UB", "1%", false],
])("a document %s · %s asked for as %s is found: %s", (number, symbol, asked, found) => {
  expect(isLike(item(number, symbol).number, numberPattern(asked))).toBe(found);
});

test("whoever is found by a number has one of the words that the index is asked by", () => {
  for (const number of ["15", "015", "0015", "00015", "15A", "150"]) {
    const words = foldedWords(number);
    for (const asked of ["15", "0015/QĐ", "15a"]) {
      const isFound = isLike(item(number, "QĐ-UB").number, numberPattern(asked));
      expect(
        isFound && !numberWords(asked).some((word) => words.includes(word)),
        `${number} by ${asked}`,
      ).toBe(false);
    }
  }
  expect(numberWords("QĐ-UB")).toEqual([]);
});

test("a body is found by a part of its name, written out or not", () => {
  const { issuer } = item("1", "QĐ", { issuer: "UBND xã Phước Lộc" });
  for (const asked of ["Ủy ban nhân dân xã Phước Lộc", "ubnd xa", "phước lộc"])
    expect(isLike(issuer, issuerPattern(asked)), asked).toBe(true);
  expect(isLike(issuer, issuerPattern("UBND huyện"))).toBe(false);
});

test("a number of a paper of identity is kept covered, so that no part of it is found by trying", () => {
  const covered = item("211234567", "", { issuer: "Ông A, CMND 211 234 567" });
  expect(covered.number).not.toMatch(/\d/);
  expect(covered.issuer).not.toMatch(/\d/);
});

test("dates are days: a year lasts from its first to its last", () => {
  expect([firstDay("1995"), lastDay("1995")]).toEqual(["1995-01-01", "1995-12-31"]);
  expect([firstDay("1995-03"), lastDay("1995-03")]).toEqual(["1995-03-01", "1995-03-31"]);
  expect([firstDay("1995-03-02"), lastDay("1995-03-02")]).toEqual(["1995-03-02", "1995-03-02"]);
  expect(item("1", "", { issuedDate: "1995-03" })).toMatchObject({
    begins: "1995-03-01",
    ends: "1995-03-31",
  });
  expect(item("1", "")).toMatchObject({ begins: "", ends: "" });
  expect(fieldsOfFile({ startDate: "1995", endDate: "" })).toMatchObject({
    begins: "1995-01-01",
    ends: "1995-12-31",
  });
  expect(fieldsOfFile({ startDate: "", endDate: "1996-02" })).toMatchObject({
    begins: "1996-02-01",
    ends: "1996-02-31",
  });
});
