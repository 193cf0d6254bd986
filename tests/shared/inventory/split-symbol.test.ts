import { expect, test } from "vitest";
import { countOfSpan, readCount, splitSymbol } from "#shared/inventory/split-symbol.ts";

test.each([
  ["123/QĐ-UBND", "123", "QĐ-UBND"],
  ["123 / QĐ - UBND", "123", "QĐ-UBND"],
  ["64-CP", "64", "CP"],
  ["86/TT-ĐC", "86", "TT-ĐC"],
  ["02-NQ/TU", "02", "NQ/TU"],
  ["số 12", "12", ""],
  ["Số: 12/BC-UBND", "12", "BC-UBND"],
  ["12", "12", ""],
  ["12a/QĐ-UBND", "12a", "QĐ-UBND"],
  ["15/2015/QĐ-UBND", "15", "2015/QĐ-UBND"],
  ["12 QĐ/UB", "12", "QĐ/UB"],
  ["QĐ-UBND", "", "QĐ-UBND"],
  ["/BC-UBND", "", "BC-UBND"],
  ["Không số", "", "Không số"],
  ["", "", ""],
])("%j is number %j and symbol %j", (text, number, symbol) =>
  expect(splitSymbol(text)).toEqual({ number, symbol }),
);

test.each([
  ["12", 12],
  ["012", 12],
  ["12 tờ", 12],
  ["12.0", 12],
  ["7 trang", 7],
  ["", 0],
  ["-", 0],
  ["khoảng 12", undefined],
  ["12-15", undefined],
])("%j counts %j", (text, count) => expect(readCount(text)).toBe(count));

test.each([
  ["1-3", 3],
  ["07 - 09", 3],
  ["5", 1],
  ["9-7", undefined],
  ["1,3", undefined],
])("leaves %j span %j", (text, count) => expect(countOfSpan(text)).toBe(count));
