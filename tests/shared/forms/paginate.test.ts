import fc from "fast-check";
import { expect, test } from "vitest";
import { paginate } from "#shared/forms/paginate.ts";

const space = { first: 200, next: 300, foot: 120, lineHeight: 15, padding: 6 };

test("every line of every row stands once, in order, on pages that hold it", () => {
  const rows = fc.array(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 2 }), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(rows, (heights) => {
      const cells = heights.map((row, at) =>
        row.map((lines, column) => Array.from({ length: lines }, (_, line) => `${at} ${column} ${line}`)),
      );
      const pages = paginate(cells, space);
      const lines = (column: number) => pages.flat().flatMap((piece) => piece.cells[column] ?? []);
      for (const column of [0, 1]) expect(lines(column)).toEqual(cells.flatMap((row) => row[column] ?? []));
      for (const [at, pieces] of pages.entries()) {
        const used = pieces.reduce((sum, { height }) => sum + height, 0);
        const room = at === 0 ? space.first : space.next;
        const foot = at === pages.length - 1 ? space.foot : 0;
        expect(used + foot).toBeLessThanOrEqual(room);
      }
    }),
    { numRuns: 500 },
  );
});

test("the signature never stands alone: the last three rows go over with it, or as many as there is room for", () => {
  const laid = (rows: string[][][]) => paginate(rows, space).map((pieces) => pieces.map(({ row }) => row));
  const low = Array.from({ length: 9 }, () => [["a"]]);
  expect(laid(low)).toEqual([
    [0, 1, 2, 3, 4, 5],
    [6, 7, 8],
  ]);
  const high = [...low.slice(0, 3), ...[0, 1].map(() => [Array.from({ length: 4 }, () => "a")])];
  expect(laid(high)).toEqual([
    [0, 1],
    [2, 3, 4],
  ]);
  const higher = low.slice(0, 2).concat([0].map(() => [Array.from({ length: 9 }, () => "a")]));
  expect(laid(higher)).toEqual([[0], [1, 2]]);
  const even = Array.from({ length: 7 }, () => [Array.from({ length: 4 }, () => "a")]);
  expect(laid(even)).toEqual([
    [0, 1, 2],
    [3, 4],
    [5, 6],
  ]);
});
