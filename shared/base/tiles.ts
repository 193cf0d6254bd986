/** A picture, or a part of one, in pixels. */
export type Size = { width: number; height: number };

/** A tile of a picture: of the level that is `factor` times smaller, in which column and row (from 0). */
export type Tile = { factor: number; column: number; row: number };

/** Tiles are squares of so many pixels; those at the right and at the bottom are what is left. */
export const tileSide = 512;

/** The levels of a picture by how many times smaller they are (1, 2, 4 …), until one tile holds all of it. */
export function factorsOf({ width, height }: Size): number[] {
  const factors = [1];
  for (let factor = 1; Math.max(width, height) > tileSide * factor; factor *= 2) factors.push(factor * 2);
  return factors;
}

/** The size of a level: parts of a pixel count as one, as the IIIF Image API 3.0 has it (4.2, "Size"). */
export function levelSize({ width, height }: Size, factor: number): Size {
  return { width: Math.ceil(width / factor), height: Math.ceil(height / factor) };
}

/** Where a tile lies in its level, in the level's pixels; nothing where the picture has no such tile. */
export function tileBox(picture: Size, { factor, column, row }: Tile): (Size & Place) | undefined {
  if (!factorsOf(picture).includes(factor)) return undefined;
  const { width, height } = levelSize(picture, factor);
  const [left, top] = [column * tileSide, row * tileSide];
  const isIn = column >= 0 && row >= 0 && left < width && top < height;
  return isIn
    ? { left, top, width: Math.min(tileSide, width - left), height: Math.min(tileSide, height - top) }
    : undefined;
}

type Place = { left: number; top: number };

/** Region and size of a tile as its address names them: `x,y,w,h/w,h` (IIIF Image API 3.0, 4.1 and 4.2). */
export function tilePath(picture: Size, tile: Tile): string {
  const box = tileBox(picture, tile);
  if (!box) throw new Error("the picture has no such tile");
  const [x, y] = [box.left * tile.factor, box.top * tile.factor];
  const wide = Math.min(tileSide * tile.factor, picture.width - x);
  const tall = Math.min(tileSide * tile.factor, picture.height - y);
  return `${x},${y},${wide},${tall}/${box.width},${box.height}`;
}

/** The tile that a region and a size name; nothing where they are not those of one tile of the picture. */
export function readTilePath(picture: Size, region: string, size: string): Tile | undefined {
  const [x = 0, y = 0, wide = 0] = region.split(",").map(Number);
  const [across = 0] = size.split(",").map(Number);
  const found = factorsOf(picture)
    .map((factor) => ({ factor, column: x / (tileSide * factor), row: y / (tileSide * factor) }))
    .filter(({ factor, column, row }) => {
      const fits = Number.isInteger(column) && Number.isInteger(row);
      return fits && across > 0 && Math.ceil(wide / factor) === across;
    });
  return found.find((tile) => tileBox(picture, tile) && tilePath(picture, tile) === `${region}/${size}`);
}
