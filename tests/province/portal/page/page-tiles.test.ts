import { createCanvas, loadImage } from "@napi-rs/canvas";
import { afterAll, beforeAll, expect, test } from "vitest";
import { factorsOf, levelSize, type Size, type Tile, tileSide } from "#shared/base/tiles.ts";
import { cutTile } from "#province/portal/page/cut-tile.ts";
import { isLargePage, largePicture } from "#province/portal/page/large-page.ts";
import type { PageLevels, TileMark } from "#province/portal/page/messages.ts";
import { openPageDesk, type PageDesk } from "#province/portal/page/open-page-desk.ts";
import { openPageTiles } from "#province/portal/page/page-tiles.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { planOf } from "#tests/province/portal/paper.ts";

const said = "BẢN ĐỌC · Nguyễn Thị Lan · 29/11/2026";
const planFor = async (number: string) =>
  new Uint8Array(await planOf(`Chủ đất: ông Nguyễn Văn An, CMND số ${number}, thửa 141`));

let desk: PageDesk;
let bytes: Uint8Array;
let other: Uint8Array;
let masked: PageLevels;
let mark: TileMark;
let none: TileMark;

beforeAll(async () => {
  desk = openPageDesk({ resources }, { patience: 120_000 });
  bytes = await planFor("320 456 789");
  other = await planFor("398 904 658");
  masked = await desk.levels({ bytes, page: 0, masked: true });
  mark = await desk.mark({ words: said });
  none = await desk.mark({ words: "" });
});

afterAll(() => desk.close());

function tilesOf(picture: Size): Tile[] {
  return factorsOf(picture).flatMap((factor) => {
    const { width, height } = levelSize(picture, factor);
    return Array.from({ length: Math.ceil(height / tileSide) }, (_row, row) =>
      Array.from({ length: Math.ceil(width / tileSide) }, (_column, column) => ({ factor, column, row })),
    ).flat();
  });
}

async function pixelsOf(jpeg: Uint8Array) {
  const image = await loadImage(Buffer.from(jpeg));
  const context = createCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  return { width: image.width, height: image.height, data };
}

/** The share of a tile's pixels that are others than in another picture of it. */
async function difference(jpeg: Uint8Array, other: Uint8Array): Promise<number> {
  const [one, two] = [await pixelsOf(jpeg), await pixelsOf(other)];
  let found = 0;
  for (let at = 0; at < one.data.length; at += 4)
    if (Math.abs((one.data[at] ?? 0) - (two.data[at] ?? 0)) > 16) found += 1;
  return found / (one.width * one.height);
}

test("two plans that differ in a covered number alone have the same tiles, each to its last byte", async () => {
  const twin = await desk.levels({ bytes: other, page: 0, masked: true });
  const [plain, plainTwin] = [
    await desk.levels({ bytes, page: 0, masked: false }),
    await desk.levels({ bytes: other, page: 0, masked: false }),
  ];
  const told = new Set<number>();
  // Of the largest level the rows about the number.
  for (const tile of tilesOf(masked).filter(({ factor, row }) => factor > 1 || Math.abs(row - 8) < 2)) {
    const [one, two] = [await cutTile(masked, tile, none), await cutTile(twin, tile, none)];
    expect(Buffer.compare(one, two), JSON.stringify(tile)).toBe(0);
    const [bare, bareTwin] = [await cutTile(plain, tile, none), await cutTile(plainTwin, tile, none)];
    if (Buffer.compare(bare, bareTwin) !== 0) told.add(tile.factor);
  }
  // The test is worth something: uncovered, it shows in every level but the smallest.
  expect([...told]).toEqual(expect.arrayContaining([1, 2, 4]));
});

test("a covered number is dark in the tile's pixels where it stands, and the words beside it are as they were", async () => {
  const { hits } = await desk.read({ bytes, page: 0, words: ["320", "456", "789"], masked: false });
  expect(hits).toHaveLength(3);
  for (const [left, top, right, bottom] of hits) {
    const x = Math.round(((left + right) / 2) * masked.width);
    const y = Math.round(((top + bottom) / 2) * masked.height);
    const tile = { factor: 1, column: Math.floor(x / tileSide), row: Math.floor(y / tileSide) };
    const { data, width } = await pixelsOf(await cutTile(masked, tile, mark));
    const wide = Math.floor(((right - left) / 2) * masked.width) - 1;
    for (let across = -wide; across <= wide; across += 1) {
      const at = (((y % tileSide) * width + (x % tileSide) + across) * 4) | 0;
      if ((x % tileSide) + across >= 0 && (x % tileSide) + across < width)
        expect(data[at] ?? 255).toBeLessThan(80);
    }
  }
  const plain = await desk.levels({ bytes, page: 0, masked: false });
  const away = { factor: 1, column: 1, row: 1 };
  expect(Buffer.compare(await cutTile(masked, away, mark), await cutTile(plain, away, mark))).toBe(0);
});

test("every tile of every level bears the watermark, and the same picture under it", async () => {
  const tiles = tilesOf(masked);
  expect(tiles.length).toBeGreaterThan(200);
  for (const tile of tiles) {
    const [bare, marked] = [await cutTile(masked, tile, none), await cutTile(masked, tile, mark)];
    const { width, height } = await pixelsOf(marked);
    if (Math.min(width, height) < 130) continue;
    const share = await difference(marked, bare);
    expect(share, JSON.stringify(tile)).toBeGreaterThan(0.004);
    expect(share, JSON.stringify(tile)).toBeLessThan(0.08);
  }
});

test("the watermark goes on from one tile to the next, also where a name is long", async () => {
  for (const words of [said, `${said} ${said} ${said}`]) {
    const { side, pixels } = await desk.mark({ words });
    const column = (x: number) =>
      Array.from({ length: side }, (_row, y) => pixels[(y * side + x) * 4 + 3] ?? 0);
    // Beside each other as neighbours are: no letter ends at the edge of a tile.
    const [before, edge, after, next] = [column(side - 2), column(side - 1), column(0), column(1)];
    const step = (one: number[], two: number[]) =>
      one.reduce((sum, value, at) => sum + Math.abs(value - (two[at] ?? 0)), 0);
    const within = step(before, edge) + step(after, next);
    expect(step(edge, after)).toBeLessThanOrEqual(within + 200);
    expect(pixels.some((value, at) => at % 4 === 3 && value > 0)).toBe(true);
  }
});

test("only pages larger than A3 have tiles, drawn within the most pixels", async () => {
  const a = (width: number, height: number) => ({ width, height });
  expect([a(595, 842), a(842, 1191), a(1191, 842), a(860, 1210)].map(isLargePage)).toEqual(
    Array(4).fill(false),
  );
  expect([a(1191, 1684), a(500, 3000), a(1684, 2384)].map(isLargePage)).toEqual(Array(3).fill(true));
  expect(largePicture(a(1191, 1684))).toEqual({ width: 4135, height: 5847 });
  for (const page of [a(2384, 3370), a(14_400, 14_400), a(300, 14_400)]) {
    const { width, height } = largePicture(page);
    expect(width * height).toBeLessThanOrEqual(48_000_000);
    expect(height / width).toBeCloseTo(page.height / page.width, 1);
  }
  await expect(desk.levels({ bytes, page: 1, masked: true })).rejects.toMatchObject({
    statusCode: 404,
    code: "not-large",
  });
});

/** Levels that weigh so much, drawn as often as is counted. */
function weighing(weight: number) {
  const drawn: string[] = [];
  const small = masked.levels.get(32) ?? new Uint8Array();
  const fake = {
    levels: ({ page, masked: hidden }: { page: number; masked: boolean }) => {
      drawn.push(`${page} ${hidden}`);
      const levels = new Map([
        [32, small],
        [64, new Uint8Array(weight)],
      ]);
      return Promise.resolve({ width: masked.width, height: masked.height, levels });
    },
    mark: () => Promise.resolve(mark),
  };
  return { drawn, fake };
}

test("a page is drawn once for all who ask, covered and not apart, and is let go where others need the room", async () => {
  const { drawn, fake } = weighing(1_000_000);
  const tiles = openPageTiles(fake, 2_500_000);
  let read = 0;
  const ask = (page: number, hidden = true) =>
    tiles.levels({ digest: "d", page, masked: hidden }, () => Promise.resolve(new Uint8Array([(read += 1)])));
  await Promise.all([ask(0), ask(0), ask(0)]);
  await ask(0, false);
  expect([drawn, read]).toEqual([["0 true", "0 false"], 2]);
  await ask(0);
  await ask(1);
  expect(drawn).toHaveLength(3);
  await ask(0);
  expect(drawn, "the one asked for lately is still held").toHaveLength(3);
  await ask(0, false);
  expect(drawn).toEqual(["0 true", "0 false", "1 true", "0 false"]);
});

test("what failed is tried anew, and too many that wait are sent away", async () => {
  const { fake } = weighing(10);
  let fails = true;
  const tiles = openPageTiles({
    ...fake,
    levels: (task) => (fails ? Promise.reject(new Error("not drawn")) : fake.levels(task)),
  });
  const which = { digest: "d", page: 0, masked: true };
  const pdf = () => Promise.resolve(new Uint8Array());
  await expect(tiles.levels(which, pdf)).rejects.toThrow("not drawn");
  fails = false;
  const page = await tiles.levels(which, pdf);
  const tile = { factor: 32, column: 0, row: 0 };
  const all = await Promise.allSettled(Array.from({ length: 300 }, () => tiles.cut(page, tile, said)));
  const refused = all.filter(({ status }) => status === "rejected");
  expect(refused).toHaveLength(98);
  expect(refused[0]).toMatchObject({ reason: { statusCode: 503, code: "busy" } });
  expect((await tiles.cut(page, tile, said)).byteLength).toBeGreaterThan(500);
});
