import fc from "fast-check";
import { expect, it } from "vitest";
import { markedWords, plainWords } from "#electron/search/words.ts";

it.each([
  ["Quyết định", "quyet dinh"],
  ["ĐẤT ĐAI", "dat dai"],
  ["05/QĐ-UBND", "5 qd ubnd"],
  ["03/05/1998", "3 5 1998"],
  ["số 0", "so 0"],
  ["H05.01.0000012", "h05 1 12"],
  ["  ", ""],
])("reads %s without marks as %s", (text, words) => {
  expect(plainWords(text).join(" ")).toBe(words);
});

it.each([
  ["hòa", "hoà"],
  ["Thúy", "Thuý"],
  ["khỏe", "khoẻ"],
  ["HÓA ĐƠN", "hoá đơn"],
  ["QÚY", "quý"],
])("gives the tone of %s and %s one place", (one, other) => {
  expect(markedWords(one)).toEqual(markedWords(other));
});

it.each([
  ["của", "cua"],
  ["đo", "do"],
  ["mùa", "múa"],
  ["hoàn", "hoán"],
])("keeps %s and %s apart", (one, other) => {
  expect(markedWords(one)).not.toEqual(markedWords(other));
});

it("is the same for composed and decomposed letters, and for its own output", () => {
  const syllable = fc.constantFrom(
    "hòa",
    "thủy",
    "ngoạn",
    "đường",
    "của",
    "quý",
    "xóa",
    "Ủy",
    "bàn",
    "007",
    "ƯƠNG",
  );
  fc.assert(
    fc.property(fc.array(syllable), (syllables) => {
      const text = syllables.join(" ");
      expect(markedWords(text.normalize("NFD"))).toEqual(markedWords(text.normalize("NFC")));
      expect(markedWords(markedWords(text).join(" "))).toEqual(markedWords(text));
      expect(plainWords(markedWords(text).join(" "))).toEqual(plainWords(text));
    }),
  );
});
