import sharp from "sharp";
import { type Size, type Tile, tileBox } from "#shared/base/tiles.ts";
import { Refused } from "#province/routes/typed.ts";
import type { PageLevels, TileMark } from "./messages.ts";

/** Cuts a tile out of a large page as a JPEG, with the watermark drawn into it. Throws `not-found` of what is none of its tiles. */
export async function cutTile(page: PageLevels, tile: Tile, mark: TileMark): Promise<Uint8Array> {
  const box = tileBox(page, tile);
  const level = page.levels.get(tile.factor);
  if (!box || !level) throw new Refused(404, "not-found", "no such tile");
  const over = { raw: { width: box.width, height: box.height, channels: 4 as const }, left: 0, top: 0 };
  return sharp(level)
    .extract(box)
    .composite([{ input: Buffer.from(cornerOf(mark, box)), ...over }])
    .jpeg({ quality: 82 })
    .toBuffer();
}

/** As much of the watermark as a tile at the edge has room for. */
function cornerOf({ side, pixels }: TileMark, { width, height }: Size): Uint8Array {
  if (width === side) return pixels.subarray(0, side * height * 4);
  const corner = new Uint8Array(width * height * 4);
  for (let row = 0; row < height; row += 1)
    corner.set(pixels.subarray(row * side * 4, (row * side + width) * 4), row * width * 4);
  return corner;
}
