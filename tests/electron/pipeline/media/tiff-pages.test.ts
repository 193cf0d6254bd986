import sharp from "sharp";
import { beforeAll, expect, it } from "vitest";
import { openTiffPages } from "#electron/pipeline/media/tiff-pages.ts";

let three: Buffer;

/** Three pages of one colour each: black, grey, white. */
beforeAll(async () => {
  const pages = await Promise.all(
    [0, 128, 255].map((grey) =>
      sharp({ create: { width: 40, height: 30, channels: 3, background: { r: grey, g: grey, b: grey } } })
        .png()
        .toBuffer(),
    ),
  );
  three = await sharp(pages, { join: { animated: true } })
    .tiff({ compression: "lzw" })
    .toBuffer();
});

const greyOf = async (bytes: Buffer) => (await sharp(bytes).raw().toBuffer())[0];

it("gives each page alone, in any order, and leaves the file as it was", async () => {
  const before = Buffer.from(three);
  const pages = openTiffPages(three);
  expect(pages.count).toBe(3);
  for (const [page, grey] of [
    [2, 255],
    [0, 0],
    [1, 128],
    [2, 255],
  ] as const) {
    const alone = pages.alone(page);
    expect((await sharp(alone).metadata()).pages ?? 1).toBe(1);
    expect(await greyOf(alone)).toBe(grey);
  }
  expect(three.equals(before)).toBe(true);
});

it("reads BigTIFF, and the greater byte first", async () => {
  const big = await sharp(three).tiff({ bigtiff: true }).toBuffer();
  const pages = openTiffPages(big);
  expect(pages.count).toBe(1);
  expect(await greyOf(pages.alone(0))).toBe(0);
  const backward = Buffer.from("4d4d002a00000008000000000000000000000000", "hex");
  expect(openTiffPages(backward).count).toBe(1);
});

it("refuses a chain that runs in a circle or out of the file, and a page that is not there", () => {
  const circle = Buffer.from("49492a0008000000000008000000000000000000", "hex");
  expect(() => openTiffPages(circle)).toThrow(expect.objectContaining({ code: "media-corrupt" }));
  const outside = Buffer.from("49492a0008000000000000ff0000000000000000", "hex");
  expect(() => openTiffPages(outside)).toThrow(expect.objectContaining({ code: "media-truncated" }));
  expect(() => openTiffPages(three.subarray(0, 10))).toThrow(
    expect.objectContaining({ code: "media-truncated" }),
  );
  expect(() => openTiffPages(three).alone(3)).toThrow(expect.objectContaining({ code: "media-corrupt" }));
});
