import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { inspectMedia } from "#electron/pipeline/media/inspect-media.ts";
import { asPdf, asTiff } from "#electron/sample/bind-scans.ts";
import { asJpeg, makePage, type ScannedPage } from "#electron/sample/make-page.ts";
import {
  corrupt,
  encryptedPdf,
  hugePng,
  notAPage,
  pdfOfPages,
  truncate,
} from "#tests/fixtures/bad-objects.ts";
import { resources } from "#tests/fixtures/resources.ts";

let page: ScannedPage;
let jpeg: Buffer;
let png: Buffer;
let tiff: Buffer;
let pdf: Buffer;

beforeAll(async () => {
  page = await makePage({ seed: 1, dpi: 150, resources });
  jpeg = await asJpeg(page);
  png = await sharp(jpeg).withMetadata({ density: 150 }).png().toBuffer();
  tiff = await asTiff([page, page, page]);
  pdf = await asPdf([page, page], new Date(0));
});

const size = { width: 1240, height: 1754, dpi: 150 };

describe("what some bytes are", () => {
  it("is told from their content: JPEG, PNG, TIFF of several pages, PDF of scans", async () => {
    expect(await inspectMedia(jpeg)).toEqual({ mediaType: "image/jpeg", pages: [size] });
    expect(await inspectMedia(png)).toEqual({ mediaType: "image/png", pages: [size] });
    expect(await inspectMedia(tiff)).toEqual({ mediaType: "image/tiff", pages: [size, size, size] });
    expect(await inspectMedia(pdf)).toEqual({ mediaType: "application/pdf", pages: [size, size] });
  });

  it("gives the size of a turned photograph as it is looked at", async () => {
    const turned = await sharp(jpeg).withMetadata({ orientation: 6, density: 150 }).jpeg().toBuffer();
    const { pages } = await inspectMedia(turned);
    expect(pages).toEqual([{ width: 1754, height: 1240, dpi: 150 }]);
  });

  it("does not believe 72 dots per inch", async () => {
    const { pages } = await inspectMedia(await sharp(jpeg).withMetadata({ density: 72 }).jpeg().toBuffer());
    expect(pages[0]?.dpi).toBe(0);
  });

  it("takes a PDF of 2,000 pages and refuses one of 3,001", async () => {
    const dot = await sharp({ create: { width: 16, height: 16, channels: 3, background: "#fff" } })
      .jpeg()
      .toBuffer();
    expect((await inspectMedia(pdfOfPages(2000, dot, 16, 16))).pages).toHaveLength(2000);
    await expect(inspectMedia(pdfOfPages(3001, dot, 16, 16))).rejects.toMatchObject({
      code: "media-too-many-pages",
    });
  });
});

it("takes a TIFF of 2,000 pages, each found at once", async () => {
  const small = await makePage({ seed: 3, dpi: 20, resources });
  const bytes = await asTiff(Array.from({ length: 2000 }, () => small));
  expect((await inspectMedia(bytes)).pages).toHaveLength(2000);
});

describe("bad bytes are refused with their reason", () => {
  const refusals: [string, () => Buffer | Promise<Buffer>, string][] = [
    ["nothing at all", () => Buffer.alloc(0), "media-empty"],
    ["a text called .pdf", () => notAPage().bytes, "media-not-known"],
    ["half a JPEG", () => truncate(jpeg), "media-truncated"],
    ["a JPEG that lacks its last two percent", () => truncate(jpeg, 0.98), "media-truncated"],
    ["half a PNG", () => truncate(png), "media-truncated"],
    ["half a PDF", () => truncate(pdf), "media-truncated"],
    ["half a TIFF", () => truncate(tiff), "media-truncated"],
    ["a PNG damaged in its middle", () => corrupt(png), "media-corrupt"],
    ["a JPEG of nothing but its header", () => jpeg.subarray(0, 300), "media-truncated"],
    ["a PDF behind a password", encryptedPdf, "media-encrypted"],
    ["a PNG of 500 megapixels", hugePng, "media-too-large"],
    ["a PDF whose image has 500 megapixels", () => pdfOfPages(1, jpeg, 25_000, 20_000), "media-too-large"],
    ["a PDF of rubbish", () => Buffer.from(`%PDF-1.4\n${"rubbish ".repeat(40)}\n%%EOF`), "media-corrupt"],
  ];
  it.each(refusals)("%s", async (_, make, code) => {
    await expect(inspectMedia(await make())).rejects.toMatchObject({ name: "TaskFailure", code });
  });
});
