import fc from "fast-check";
import { expect, it } from "vitest";
import { type Move, moved } from "#renderer/ui/grid/move.ts";

const size = { rows: 5, columns: 3, page: 2 };
const at = (row: number, column: number) => ({ row, column });

it.each<[Move, ReturnType<typeof at>, ReturnType<typeof at> | undefined]>([
  ["up", at(0, 1), at(0, 1)],
  ["down", at(3, 1), at(4, 1)],
  ["page-down", at(1, 1), at(3, 1)],
  ["page-up", at(1, 1), at(0, 1)],
  ["row-end", at(1, 1), at(1, 2)],
  ["column-start", at(4, 1), at(0, 1)],
  ["end", at(1, 1), at(4, 2)],
  ["next", at(1, 2), at(2, 0)],
  ["previous", at(2, 0), at(1, 2)],
  ["next", at(4, 2), undefined],
  ["previous", at(0, 0), undefined],
])("%s", (move, from, to) => expect(moved(from, move, size)).toEqual(to));

it("passes over columns in which nothing is typed by Tab, not by arrows, and over none where all are such", () => {
  const first = { ...size, isFixed: (column: number) => column === 0 };
  expect(moved(at(1, 2), "next", first)).toEqual(at(2, 1));
  expect(moved(at(2, 1), "previous", first)).toEqual(at(1, 2));
  expect(moved(at(1, 0), "next", first)).toEqual(at(1, 1));
  expect(moved(at(0, 1), "previous", first)).toBeUndefined();
  expect(moved(at(1, 1), "left", first)).toEqual(at(1, 0));
  const middle = { ...size, isFixed: (column: number) => column === 1 };
  expect([moved(at(0, 0), "next", middle), moved(at(0, 2), "previous", middle)]).toEqual([
    at(0, 2),
    at(0, 0),
  ]);
  expect(moved(at(0, 0), "next", { ...size, isFixed: () => true })).toEqual(at(0, 1));
});

it("goes through every cell by Tab and back by Shift+Tab", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 14 }), (cell) => {
      const from = at(Math.floor(cell / 3), cell % 3);
      const next = moved(from, "next", size);
      if (next) expect(moved(next, "previous", size)).toEqual(from);
      else expect(from).toEqual(at(4, 2));
    }),
  );
});
