import { expect, it } from "vitest";
import { moveInThumbs, placesBetween } from "#renderer/ui/move-in-thumbs.ts";

const shape = { count: 11, columns: 4, rows: 2 };

it("goes by columns, rows, pages and to the ends", () => {
  const ways: [string, number, number | undefined][] = [
    ["ArrowRight", 3, 4],
    ["ArrowLeft", 4, 3],
    ["ArrowDown", 1, 5],
    ["ArrowUp", 5, 1],
    ["PageDown", 1, 9],
    ["PageUp", 9, 1],
    ["Home", 7, 0],
    ["End", 2, 10],
  ];
  for (const [key, from, to] of ways) expect([key, moveInThumbs(key, from, shape)]).toEqual([key, to]);
});

it("stops at the edges, and steps down into a short last row", () => {
  expect(moveInThumbs("ArrowLeft", 0, shape)).toBeUndefined();
  expect(moveInThumbs("ArrowRight", 10, shape)).toBeUndefined();
  expect(moveInThumbs("ArrowUp", 2, shape)).toBeUndefined();
  expect(moveInThumbs("ArrowDown", 7, shape)).toBe(10);
  expect(moveInThumbs("ArrowDown", 9, shape)).toBeUndefined();
  expect(moveInThumbs("PageUp", 6, { ...shape, rows: 3 })).toBe(2);
  expect(moveInThumbs("PageDown", 7, shape)).toBe(10);
  expect(moveInThumbs("x", 3, shape)).toBeUndefined();
  expect(moveInThumbs("End", 0, { count: 0, columns: 4, rows: 2 })).toBeUndefined();
});

it("names the places between two, whichever comes first", () => {
  expect(placesBetween(5, 3)).toEqual([3, 4, 5]);
  expect(placesBetween(2, 2)).toEqual([2]);
});
