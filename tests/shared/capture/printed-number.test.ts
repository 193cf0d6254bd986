import { expect, it } from "vitest";
import { findPrintedNumber } from "#shared/capture/printed-number.ts";
import type { PageWords } from "#shared/archive/page.ts";

const page = { width: 1654, height: 2339 };

function line(text: string, top: number, at = 0, confidence = 90): PageWords["words"] {
  return text.split(" ").map((word, index) => ({
    text: word,
    confidence,
    box: [700 + index * 60, top, 750 + index * 60, top + 24],
    line: at,
  }));
}

it.each([
  ["2", 2],
  ["- 12 -", 12],
  ["Trang 7", 7],
  ["trang 3/15", 3],
  ["–4–", 4],
])("%s at the head is the number %i", (text, number) => {
  expect(findPrintedNumber([...line(text, 100), ...line("Điều 1. Giao đất", 400, 1)], page)).toBe(number);
});

it("is found at the foot too, and not in the midst of a page", () => {
  expect(findPrintedNumber(line("15", 2250), page)).toBe(15);
  expect(findPrintedNumber(line("15", 1200), page)).toBe(0);
});

it("is not taken from a line that says something else, nor from one that was hardly read", () => {
  expect(findPrintedNumber(line("Số 12 QĐ-UBND", 100), page)).toBe(0);
  expect(findPrintedNumber(line("12", 100, 0, 20), page)).toBe(0);
  expect(findPrintedNumber([], page)).toBe(0);
});

it("is not known where head and foot differ, and is where they agree", () => {
  expect(findPrintedNumber([...line("3", 100), ...line("8", 2250, 1)], page)).toBe(0);
  expect(findPrintedNumber([...line("3", 100), ...line("3", 2250, 1)], page)).toBe(3);
});
