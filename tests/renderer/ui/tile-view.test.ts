import { expect, it } from "vitest";
import { tileSide, type Tile } from "#shared/base/tiles.ts";
import {
  factorFor,
  followTiles,
  isWhole,
  nameOfTile,
  noTiles,
  placeOf,
  type ShownTiles,
  tilesIn,
} from "#renderer/ui/tile-view.ts";

const picture = { width: 6000, height: 8000 };
const all = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });
const names = (tiles: readonly Tile[]) => tiles.map(nameOfTile);

it("takes the coarsest level that the display shows pixel for pixel, and no finer one than there is", () => {
  expect(factorFor(picture, 300, 1)).toBe(16);
  expect(factorFor(picture, 375, 1)).toBe(16);
  expect(factorFor(picture, 376, 1)).toBe(8);
  expect(factorFor(picture, 376, 2)).toBe(4);
  expect(factorFor(picture, 20_000, 2)).toBe(1);
});

it("wants the tiles that a view has something of, and none beside the picture", () => {
  const shown = { width: 3000, height: 4000 };
  // A tile of level 2 is 512 pixels wide here.
  expect(names(tilesIn(picture, shown, 2, all(0, 0, 512, 512)))).toEqual(["2/0/0"]);
  expect(names(tilesIn(picture, shown, 2, all(500, 0, 1030, 10)))).toEqual(["2/0/0", "2/1/0", "2/2/0"]);
  expect(names(tilesIn(picture, shown, 2, all(2900, 3900, 9000, 9000)))).toEqual(["2/5/7"]);
  expect(tilesIn(picture, shown, 2, all(10, 10, 10, 10))).toHaveLength(1);
  expect(tilesIn(picture, shown, 2, all(0, 0, 0, 0))).toEqual([]);
});

it("lays tiles edge to edge on pixels of the display, and the last at the picture's own edge", () => {
  const shown = { width: 1234.5, height: 1646 };
  for (const density of [1, 1.5, 3]) {
    for (let column = 0; column < 11; column += 1) {
      const place = placeOf(picture, shown, { factor: 1, column, row: 0 }, density);
      const next = placeOf(picture, shown, { factor: 1, column: column + 1, row: 0 }, density);
      expect(place.right).toBe(next.left);
      expect(Math.round(place.left * density)).toBeCloseTo(place.left * density, 6);
    }
  }
  const last = Math.floor(picture.height / tileSide);
  const place = placeOf(picture, shown, { factor: 1, column: 11, row: last }, 2);
  expect([place.right, place.bottom]).toEqual([1234.5, 1646]);
});

const [a, b, c, d] = [
  { factor: 4, column: 0, row: 0 },
  { factor: 4, column: 1, row: 0 },
  { factor: 2, column: 0, row: 0 },
  { factor: 2, column: 1, row: 0 },
] as const;
const want = (before: ShownTiles, tiles: readonly Tile[], isSeen: (tile: Tile) => boolean = () => true) =>
  followTiles(before, { kind: "wanted", tiles, isSeen });
const come = (before: ShownTiles, tile: Tile) =>
  followTiles(before, { kind: "came", name: nameOfTile(tile) });

it("keeps what had come until all that is wanted has come, and nothing of what had not", () => {
  const first = come(want(noTiles, [a, b]), a);
  expect(isWhole(first)).toBe(false);
  const nearer = want(first, [c, d]);
  expect([names(nearer.held), names(nearer.wanted)]).toEqual([["4/0/0"], ["2/0/0", "2/1/0"]]);
  const half = come(nearer, d);
  expect(names(half.held)).toEqual(["4/0/0"]);
  const whole = come(half, c);
  expect([names(whole.held), isWhole(whole), [...whole.come].sort()]).toEqual([[], true, ["2/0/0", "2/1/0"]]);
});

it("keeps nothing out of sight, and takes back what it still has", () => {
  const first = come(come(want(noTiles, [a, b]), a), b);
  const moved = want(first, [c], ({ column }) => column === 0);
  expect(names(moved.held)).toEqual(["4/0/0"]);
  const back = want(moved, [a]);
  expect([names(back.held), isWhole(back)]).toEqual([[], true]);
  expect(isWhole(want(moved, [a, b]))).toBe(false);
});
