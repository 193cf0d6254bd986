import fc from "fast-check";
import { expect, test } from "vitest";
import { fold, foldedWords, foldLines } from "#shared/base/fold.ts";

const text = fc.string({
  unit: fc.constantFrom(..."a Đ đ ắ Ệ \n \t - \u0301 \u0110 Ω Σ 9 𝒳 \u00a0".split(" "), " "),
});

test("words are those of the folded text, at the first time and when they are known", () => {
  expect(foldedWords("Quyết định số 12/QĐ-UBND\nngày 5.1.2015")).toEqual([
    ...["quyet", "dinh", "so", "12", "qd", "ubnd", "ngay", "5", "1", "2015"],
  ]);
  fc.assert(
    fc.property(text, (words) => {
      const expected = fold(words).match(/[\p{L}\p{N}]+/gu) ?? [];
      expect(foldedWords(words)).toEqual([...expected]);
      expect(foldedWords(words)).toEqual([...expected]);
    }),
  );
});

test("lines folded word by word are those folded at once", () => {
  expect(foldLines("Giấy CHỨNG MINH\nnhân dân")).toBe("giay chung minh nhan dan");
  fc.assert(
    fc.property(text, (lines) => {
      const expected = fold(lines).replaceAll("\n", " ");
      expect(foldLines(lines)).toBe(expected);
      expect(foldLines(lines)).toBe(expected);
    }),
  );
});
