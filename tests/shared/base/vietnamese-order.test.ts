import fc from "fast-check";
import { expect, it } from "vitest";
import { vietnameseOrder } from "#shared/base/vietnamese-order.ts";

const collator = new Intl.Collator("vi", { numeric: true });

function inBytes(one: string, other: string): number {
  return Math.sign(Buffer.compare(Buffer.from(vietnameseOrder(one)), Buffer.from(vietnameseOrder(other))));
}

const letters = Array.from("aăâbcdđeêfghiklmnoôơpqrstuưvwxyzAĂÂDĐEÊOÔƠUƯàảãáạằẳẵắặầậèéệìíĩọốộợừựỳỵÀẠẬỆỢỰỸ");
const others = Array.from(" -–,;:.?()/\"'“”0123456789");
const word = fc.string({ unit: fc.constantFrom(...letters, ...others), maxLength: 12 });
const nearWords = fc.string({ unit: fc.constantFrom(...Array.from("aàáạâấAÁdđ 120-/")), maxLength: 5 });

it.each([
  ["words", word],
  ["words that differ little", nearWords],
])("orders %s as the collator does", (_, texts) => {
  fc.assert(
    fc.property(texts, texts, (one, other) => {
      expect(inBytes(one, other)).toBe(Math.sign(collator.compare(one, other)));
    }),
    { numRuns: 5000 },
  );
});

it("is the same however a text is composed", () => {
  fc.assert(
    fc.property(word, (text) => {
      expect(vietnameseOrder(text.normalize("NFD"))).toBe(vietnameseOrder(text.normalize("NFC")));
    }),
  );
});

it("orders a list as officials expect", () => {
  const list = [
    "Hộp 10",
    "Hộp 2",
    "đất",
    "dân",
    "Ông",
    "ân",
    "ăn",
    "an",
    "Ấn",
    "án",
    "em",
    "ê",
    "123/QĐ",
    "45/QĐ",
  ];
  expect(list.sort(inBytes)).toEqual([
    "45/QĐ",
    "123/QĐ",
    "an",
    "án",
    "ăn",
    "ân",
    "Ấn",
    "dân",
    "đất",
    "em",
    "ê",
    "Hộp 2",
    "Hộp 10",
    "Ông",
  ]);
});
