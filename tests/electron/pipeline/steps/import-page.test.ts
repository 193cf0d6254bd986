import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import PDFDocument from "pdfkit";
import { asPdf, asTiff } from "#electron/sample/bind-scans.ts";
import { asJpeg, makePage, type ScannedPage } from "#electron/sample/make-page.ts";
import { corrupt, pdfOfPages } from "#tests/fixtures/bad-objects.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { importFrom, openStore } from "./pages-on-disk.ts";

let page: ScannedPage;
let other: ScannedPage;
let jpeg: Buffer;

beforeAll(async () => {
  page = await makePage({ seed: 1, dpi: 200, resources });
  other = await makePage({ seed: 2, dpi: 200, resources });
  jpeg = await asJpeg(page);
});

const size = { width: 1654, height: 2339, dpi: 200 };

describe("importing a page", () => {
  it("makes a thumbnail and a view, and leaves an upright JPEG as it is", async () => {
    const objects = await openStore();
    const imported = await importFrom(objects, jpeg, "image/jpeg");
    expect(imported).toMatchObject(size);
    expect(imported.workDigest).toBe(imported.digest);
    const thumb = await sharp(objects.path(imported.thumbDigest)).metadata();
    const view = await sharp(objects.path(imported.viewDigest)).metadata();
    expect([thumb.format, thumb.width]).toEqual(["jpeg", 256]);
    expect([view.format, view.width]).toEqual(["jpeg", 1240]);
  });

  it("takes the JPEG out of a PDF of scans byte for byte", async () => {
    const objects = await openStore();
    const imported = await importFrom(objects, await asPdf([other, page], new Date(0)), "application/pdf", 1);
    expect(imported).toMatchObject(size);
    expect(await readFile(objects.path(imported.workDigest))).toEqual(jpeg);
  });

  it("reads the page of a TIFF that it was asked for", async () => {
    const objects = await openStore();
    const tiff = await asTiff([other, page]);
    const first = await importFrom(objects, tiff, "image/tiff", 0);
    const second = await importFrom(objects, tiff, "image/tiff", 1);
    expect(second).toMatchObject(size);
    expect(await difference(objects.path(second.workDigest), jpeg)).toBeLessThan(4);
    expect(await difference(objects.path(first.workDigest), jpeg)).toBeGreaterThan(6);
  });

  it("turns a photograph upright", async () => {
    const objects = await openStore();
    const turned = await sharp(jpeg)
      .rotate(90)
      .withMetadata({ orientation: 8, density: 200 })
      .jpeg()
      .toBuffer();
    const imported = await importFrom(objects, turned, "image/jpeg");
    expect(imported).toMatchObject(size);
    expect(imported.workDigest).not.toBe(imported.digest);
    expect(await difference(objects.path(imported.workDigest), jpeg)).toBeLessThan(4);
  });

  it("makes RGB of a CMYK JPEG, and draws what a PDF paints beside its pictures", async () => {
    const objects = await openStore();
    const print = await sharp(jpeg).toColourspace("cmyk").jpeg().toBuffer();
    const imported = await importFrom(objects, print, "image/jpeg");
    expect((await sharp(objects.path(imported.workDigest)).metadata()).space).toBe("srgb");

    const drawn = await importFrom(objects, await pdfOfType(), "application/pdf");
    expect(drawn).toMatchObject({ width: 1654, height: 2339, dpi: 0 });
    const { channels } = await sharp(objects.path(drawn.workDigest)).stats();
    expect(channels[0]?.min).toBeLessThan(40);
  });

  it("refuses a page whose picture is damaged, and no other page of the same file", async () => {
    const objects = await openStore();
    const damaged = corrupt(jpeg).subarray(0, jpeg.length * 0.7);
    const pdf = pdfOfPages(1, damaged, page.width, page.height);
    await expect(importFrom(objects, pdf, "application/pdf")).rejects.toMatchObject({
      name: "TaskFailure",
      code: "media-truncated",
    });
  });
});

async function pdfOfType(): Promise<Buffer> {
  const document = new PDFDocument({ size: "A4" });
  document.fontSize(40).text("QUYET DINH");
  document.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of document) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

/** The mean difference of two images in grey levels, looked at small. */
async function difference(one: string, two: Buffer): Promise<number> {
  const [first, second] = await Promise.all(
    [one, two].map((image) => sharp(image).resize(300, 424, { fit: "fill" }).greyscale().raw().toBuffer()),
  );
  if (!first || !second) return 255;
  return first.reduce((sum, level, at) => sum + Math.abs(level - (second[at] ?? 0)), 0) / first.length;
}
