import { factorsOf, type Size, type Tile, tileBox, tileSide } from "#shared/base/tiles.ts";

/** A picture too large for one: its full size, and where each tile of it is. */
export type DeepPicture = { size: Size; address: (tile: Tile) => string };

/** A part of a picture as it is shown, in CSS pixels from the picture's corner. */
export type View = { left: number; top: number; right: number; bottom: number };

/** The level for a picture shown so wide, in CSS pixels: the coarsest that is fine enough on this display. */
export function factorFor(picture: Size, shownWidth: number, density: number): number {
  const most = picture.width / (shownWidth * density);
  return factorsOf(picture).findLast((factor) => factor <= most) ?? 1;
}

/** The tiles of a level that a view has something of. */
export function tilesIn(picture: Size, shown: Size, factor: number, view: View): Tile[] {
  const across = (shown.width / picture.width) * factor * tileSide;
  const down = (shown.height / picture.height) * factor * tileSide;
  const tiles: Tile[] = [];
  for (let row = Math.floor(view.top / down); row * down < view.bottom; row += 1)
    for (let column = Math.floor(view.left / across); column * across < view.right; column += 1)
      if (tileBox(picture, { factor, column, row })) tiles.push({ factor, column, row });
  return tiles;
}

/** Where a tile lies on the picture as it is shown; edges fall on pixels of the display, so that no seam is seen. */
export function placeOf(picture: Size, shown: Size, tile: Tile, density: number): View {
  const box = tileBox(picture, tile) ?? { left: 0, top: 0, width: 0, height: 0 };
  const onPixel = (value: number) => Math.round(value * density) / density;
  const across = (x: number) =>
    onPixel((Math.min(x * tile.factor, picture.width) / picture.width) * shown.width);
  const down = (y: number) =>
    onPixel((Math.min(y * tile.factor, picture.height) / picture.height) * shown.height);
  return {
    left: across(box.left),
    top: down(box.top),
    right: across(box.left + box.width),
    bottom: down(box.top + box.height),
  };
}

/** The tiles that are wanted, those of before that stand in for them, and which of all have come. */
export type ShownTiles = { wanted: readonly Tile[]; held: readonly Tile[]; come: ReadonlySet<string> };

export const noTiles: ShownTiles = { wanted: [], held: [], come: new Set() };

export function nameOfTile({ factor, column, row }: Tile): string {
  return `${factor}/${column}/${row}`;
}

export type TileNews =
  | { kind: "wanted"; tiles: readonly Tile[]; isSeen: (tile: Tile) => boolean }
  | { kind: "came"; name: string };

/**
 * Other tiles are wanted, or one came. What had come stays in sight where it was until all that is wanted has come, and
 * goes then; what had not come is not waited for any more.
 */
export function followTiles(before: ShownTiles, news: TileNews): ShownTiles {
  if (news.kind === "came") return settled({ ...before, come: new Set([...before.come, news.name]) });
  const wanted = new Set(news.tiles.map(nameOfTile));
  const held = [...before.held, ...before.wanted].filter((tile) => {
    const name = nameOfTile(tile);
    return before.come.has(name) && !wanted.has(name) && news.isSeen(tile);
  });
  const known = new Set([...wanted, ...held.map(nameOfTile)]);
  const come = new Set([...before.come].filter((name) => known.has(name)));
  return settled({ wanted: news.tiles, held, come });
}

/** Whether all that is wanted has come. */
export function isWhole({ wanted, come }: ShownTiles): boolean {
  return wanted.every((tile) => come.has(nameOfTile(tile)));
}

function settled(shown: ShownTiles): ShownTiles {
  if (shown.held.length === 0 || !isWhole(shown)) return shown;
  const come = new Set(shown.wanted.map(nameOfTile));
  return { wanted: shown.wanted, held: [], come };
}
