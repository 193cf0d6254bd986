import { expect, test } from "vitest";
import { cutText } from "#province/meaning/cut-text.ts";

test("a text is cut between its words, nothing of it lost, the same way each time", () => {
  const text = Array.from({ length: 700 }, (_, at) => `từ${at}`).join(" \n ");
  const pieces = cutText(text);
  expect(pieces.join(" ")).toBe(text.replaceAll(/\s+/g, " "));
  expect(pieces.length).toBeGreaterThan(3);
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(1000);
  expect(cutText(text)).toEqual(pieces);
  expect(cutText("a".repeat(2500)).map((piece) => piece.length)).toEqual([1000, 1000, 500]);
  expect([cutText(""), cutText("  \n ")]).toEqual([[], []]);
  expect(cutText("một hai ".repeat(100_000))).toHaveLength(8);
});
