import fc from "fast-check";
import { expect, test } from "vitest";
import { numberWords } from "#shared/forms/number-words.ts";

test.each([
  [0, "không"],
  [1, "một"],
  [10, "mười"],
  [11, "mười một"],
  [15, "mười lăm"],
  [21, "hai mươi mốt"],
  [25, "hai mươi lăm"],
  [101, "một trăm linh một"],
  [115, "một trăm mười lăm"],
  [1001, "một nghìn không trăm linh một"],
  [1015, "một nghìn không trăm mười lăm"],
  [20_000, "hai mươi nghìn"],
  [1_000_005, "một triệu không trăm linh năm"],
  [2_005_000_021, "hai tỷ không trăm linh năm triệu không trăm hai mươi mốt"],
])("%i is read %s", (number, words) => {
  expect(numberWords(number)).toBe(words);
});

test("every number is parsed back from its words", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.nat(99_999), fc.nat(999_999_999), fc.integer({ min: 0, max: 999_999_999_999 })),
      (number: number) => {
        expect(parse(numberWords(number))).toBe(number);
      },
    ),
    { numRuns: 3000 },
  );
});

test.each([-1, 1.5, 1_000_000_000_000, Number.NaN])("%s has no words", (number) => {
  expect(() => numberWords(number)).toThrow(RangeError);
});

/** Reads Vietnamese numerals by the grammar, knowing nothing of how they were written. */
function parse(text: string): number {
  const units = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
  const powers: Record<string, number> = { nghìn: 1e3, triệu: 1e6, tỷ: 1e9 };
  let total = 0;
  let group = 0;
  let digit = 0;
  for (const word of text.split(" ")) {
    const unit = word === "mốt" ? 1 : word === "lăm" ? 5 : units.indexOf(word);
    if (unit >= 0) digit = unit;
    else if (word === "trăm") [group, digit] = [digit * 100, 0];
    else if (word === "mươi") [group, digit] = [group + digit * 10, 0];
    else if (word === "mười") [group, digit] = [group + 10, 0];
    else if (word !== "linh") {
      const power = powers[word];
      if (power === undefined) throw new Error(`not a numeral: ${word}`);
      total += (group + digit) * power;
      [group, digit] = [0, 0];
    }
  }
  return total + group + digit;
}
