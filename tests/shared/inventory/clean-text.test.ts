import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanText, wordsOf } from "#shared/inventory/clean-text.ts";

test.each([
  ["  Quyết  định\r\nvề\u00a0việc ", "Quyết định về việc"],
  ["Quyết định".normalize("NFD"), "Quyết định"],
  ["\u200bẩn\ufeff", "ẩn"],
  ["a\tb", "a b"],
  ["", ""],
])("%j is kept as %j", (text, clean) => expect(cleanText(text)).toBe(clean));

test("what is clean stays as it is", () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom("a", "ê", "\u0302", "\u0323", "\u00a0", "\u200b", "\t", "\n", " ", "đ"),
      }),
      (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
      },
    ),
  );
});

test("words stand apart by one space, without punctuation", () => {
  expect(wordsOf("so, ky-hieu  (hs)")).toBe("so ky hieu hs");
});
