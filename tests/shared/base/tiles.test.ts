import fc from "fast-check";
import { expect, it } from "vitest";
import {
  factorsOf,
  levelSize,
  readTilePath,
  type Size,
  type Tile,
  tileBox,
  tilePath,
  tileSide,
} from "#shared/base/tiles.ts";

const sizes = fc.record({
  width: fc.integer({ min: 1, max: 5000 }),
  height: fc.integer({ min: 1, max: 5000 }),
});

function tilesOf(picture: Size, factor: number): Tile[] {
  const { width, height } = levelSize(picture, factor);
  const found: Tile[] = [];
  for (let row = 0; row * tileSide < height; row += 1)
    for (let column = 0; column * tileSide < width; column += 1) found.push({ factor, column, row });
  return found;
}

it("cuts each level whole and without overlap, down to one tile that holds all of the picture", () => {
  fc.assert(
    fc.property(sizes, (picture) => {
      const factors = factorsOf(picture);
      for (const factor of factors) {
        const { width, height } = levelSize(picture, factor);
        const boxes = tilesOf(picture, factor).map((tile) => tileBox(picture, tile));
        const area = boxes.reduce((sum, box) => sum + (box?.width ?? 0) * (box?.height ?? 0), 0);
        expect(area).toBe(width * height);
      }
      expect(tilesOf(picture, factors.at(-1) ?? 1)).toHaveLength(1);
    }),
  );
});

it("names each tile by its region and size, and reads the name back as that tile alone", () => {
  fc.assert(
    fc.property(sizes, (picture) => {
      for (const factor of factorsOf(picture))
        for (const tile of tilesOf(picture, factor)) {
          const [region = "", size = ""] = tilePath(picture, tile).split("/");
          expect(readTilePath(picture, region, size)).toEqual(tile);
        }
    }),
    { numRuns: 40 },
  );
});

it("names tiles as the IIIF Image API does", () => {
  const picture = { width: 6000, height: 4000 };
  expect(factorsOf(picture)).toEqual([1, 2, 4, 8, 16]);
  expect(tilePath(picture, { factor: 4, column: 2, row: 1 })).toBe("4096,2048,1904,1952/476,488");
  expect(tilePath(picture, { factor: 16, column: 0, row: 0 })).toBe("0,0,6000,4000/375,250");
});

it.each([
  ["0,0,512,512", "600,600"],
  ["0,0,512,512", "256,256"],
  ["1,0,512,512", "512,512"],
  ["0,0,513,512", "512,512"],
  ["0,0,1000,900", "1000,900"],
  ["1024,0,512,512", "512,512"],
  ["0,0,0,0", "0,0"],
  ["", ""],
  ["a,b,c,d", "x,y"],
])("knows no other part of a picture: %s at %s", (region, size) => {
  expect(readTilePath({ width: 1000, height: 900 }, region, size)).toBeUndefined();
});
