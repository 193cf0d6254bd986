import { expect, it } from "vitest";
import { inZone, moveWord, type Placed } from "#renderer/ui/place-words.ts";

const word = (text: string, x: number, y: number, line: number): Placed => ({
  text,
  zone: [x, y, x + 0.1, y + 0.05],
  line,
});
const words = [
  word("một", 0.1, 0.1, 0),
  word("hai", 0.3, 0.1, 0),
  word("ba", 0.12, 0.2, 1),
  word("bốn", 0.32, 0.2, 1),
];
const texts = (found: readonly Placed[]) => found.map(({ text }) => text);

it("takes the word under a click, and the words that a zone covers by their middle, from any corner", () => {
  expect(texts(inZone(words, [0.15, 0.12, 0.15, 0.12]))).toEqual(["một"]);
  expect(texts(inZone(words, [0.9, 0.9, 0.9, 0.9]))).toEqual([]);
  expect(texts(inZone(words, [0.05, 0.08, 0.25, 0.3]))).toEqual(["một", "ba"]);
  expect(texts(inZone(words, [0.45, 0.3, 0.25, 0.08]))).toEqual(["hai", "bốn"]);
});

it("walks the words by arrows: along the text, and to the nearest of the line above or below", () => {
  expect(moveWord(words, undefined, "ArrowDown")).toBe(0);
  expect(moveWord(words, 0, "ArrowRight")).toBe(1);
  expect(moveWord(words, 3, "ArrowRight")).toBe(3);
  expect(moveWord(words, 1, "ArrowDown")).toBe(3);
  expect(moveWord(words, 2, "ArrowUp")).toBe(0);
  expect(moveWord(words, 0, "ArrowUp")).toBe(0);
  expect(moveWord(words, 2, "Home")).toBe(0);
  expect(moveWord(words, 2, "a")).toBeUndefined();
  expect(moveWord([], undefined, "ArrowDown")).toBeUndefined();
});
