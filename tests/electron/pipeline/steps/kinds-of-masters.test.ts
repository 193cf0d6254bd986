import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { PDFDocument, PDFName, PDFRawStream } from "@cantoo/pdf-lib";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { type Correction, noCorrection } from "#shared/archive/correction.ts";
import type { RenditionReport } from "#shared/archive/rendition-report.ts";
import { drawPdfPage } from "#electron/pipeline/media/draw-pdf-page.ts";
import { inspectMedia } from "#electron/pipeline/media/inspect-media.ts";
import { importPage } from "#electron/pipeline/steps/import-page.ts";
import { makePdfa, type PdfaTools } from "#electron/pipeline/steps/make-pdfa.ts";
import { loadLayerFont } from "#electron/pipeline/steps/write-pdfa.ts";
import { asJpeg, makePage } from "#electron/sample/make-page.ts";
import { hugePng, pdfOfPages } from "#tests/fixtures/bad-objects.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { sampleAbout } from "#tests/helpers/sample-records.ts";
import { withProgram } from "#tests/helpers/system-program.ts";
import { openStore } from "./pages-on-disk.ts";

let jpeg: Buffer;
let tools: PdfaTools;
const size = { width: 827, height: 1169 };

beforeAll(async () => {
  jpeg = await asJpeg(await makePage({ seed: 3, dpi: 100, turned: 0, resources }));
  tools = { font: await loadLayerFont(resources), checkers: () => Promise.resolve([]) };
});

/** Brings a master through import to its PDF/A; answers the file, its one image, and how it looks. */
async function through(bytes: Buffer, correction?: Correction) {
  const objects = await openStore();
  const { digest } = await objects.put(bytes);
  const { mediaType, pages } = await inspectMedia(bytes);
  const task = { digest, mediaType, page: 0, ...(correction && { correction }) };
  const page = { ...task, ...(await importPage(objects, task)) };
  const made = await makePdfa(objects, tools, {
    pages: [page],
    about: sampleAbout,
    createdAt: "2025-06-02T01:00:00.000Z",
  });
  const report = JSON.parse(await readFile(objects.path(made.reportDigest), "utf8")) as RenditionReport;
  expect(report.checks.filter(({ passed }) => !passed)).toEqual([]);
  expect(made.kind).toBe("two-layer");
  const path = objects.path(made.digest);
  const pdf = await readFile(path);
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const images = document.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object) => object instanceof PDFRawStream)
    .filter((stream) => stream.dict.lookup(PDFName.of("Subtype")) === PDFName.of("Image"));
  const drawn = await drawPdfPage(pdf, 0, page.width / ((page.width * 72) / (page.dpi || 200)));
  const raw = { width: drawn.width, height: drawn.height, channels: 4 } as const;
  const look = await sharp(drawn.data, { raw }).removeAlpha().png().toBuffer();
  return { pdf, path, image: images[0], count: images.length, page: pages[0], look };
}

/** Mean difference in grey of two pictures of one size. */
async function difference(one: Buffer, other: Buffer): Promise<number> {
  const grey = (image: Buffer) =>
    sharp(image)
      .autoOrient()
      .flatten({ background: "#ffffff" })
      .resize({ width: 400, height: 566, fit: "fill" })
      .toColourspace("b-w")
      .raw()
      .toBuffer();
  const [left, right] = await Promise.all([grey(one), grey(other)]);
  let sum = 0;
  for (const [at, value] of left.entries()) sum += Math.abs(value - (right[at] ?? 0));
  return sum / left.length;
}

const spaceOf = (image: PDFRawStream | undefined) => String(image?.dict.lookup(PDFName.of("ColorSpace")));

describe("a master becomes a PDF/A that looks like it", () => {
  it("an RGB JPEG goes in byte for byte", async () => {
    const { pdf, image, look } = await through(jpeg);
    expect(pdf.includes(jpeg)).toBe(true);
    expect(spaceOf(image)).toBe("/DeviceRGB");
    expect(await difference(look, jpeg)).toBeLessThan(2);
  });

  it("a grey JPEG goes in byte for byte", async () => {
    const grey = await sharp(jpeg).toColourspace("b-w").jpeg().toBuffer();
    const { pdf, image, look } = await through(grey);
    expect(pdf.includes(grey)).toBe(true);
    expect(spaceOf(image)).toBe("/DeviceGray");
    expect(await difference(look, grey)).toBeLessThan(2);
  });

  it("a corrected page is encoded once, from its master", async () => {
    const { pdf, look } = await through(jpeg, { ...noCorrection, turn: 180 });
    expect(pdf.includes(jpeg)).toBe(false);
    expect(await difference(look, await sharp(jpeg).rotate(180).toBuffer())).toBeLessThan(2);
  });

  it("a CMYK JPEG becomes RGB, its colours kept", async () => {
    const cmyk = await sharp(jpeg).toColourspace("cmyk").jpeg({ quality: 90 }).toBuffer();
    expect((await sharp(cmyk).metadata()).space).toBe("cmyk");
    const { pdf, image, look } = await through(cmyk);
    expect(pdf.includes(cmyk)).toBe(false);
    expect(spaceOf(image)).toBe("/DeviceRGB");
    expect(await difference(look, jpeg)).toBeLessThan(6);
  });

  it("a JPEG that lies on its side by EXIF stands upright", async () => {
    const lying = await sharp(jpeg)
      .rotate(270)
      .jpeg({ quality: 95 })
      .withMetadata({ orientation: 6, density: 100 })
      .toBuffer();
    const { page, look } = await through(lying);
    expect(page).toMatchObject(size);
    expect(await difference(look, jpeg)).toBeLessThan(3);
  });

  it("a PNG of 16 bits, in colour and in grey", async () => {
    const deep = await sharp(jpeg).toColourspace("rgb16").png().toBuffer();
    expect((await sharp(deep).metadata()).depth).toBe("ushort");
    const colour = await through(deep);
    expect(spaceOf(colour.image)).toBe("/DeviceRGB");
    expect(await difference(colour.look, jpeg)).toBeLessThan(3);
    const deepGrey = await sharp(jpeg).greyscale().toColourspace("grey16").png().toBuffer();
    expect((await sharp(deepGrey).metadata()).space).toBe("grey16");
    const grey = await through(deepGrey);
    expect(spaceOf(grey.image)).toBe("/DeviceGray");
    expect(await difference(grey.look, jpeg)).toBeLessThan(3);
  });

  it("a transparent PNG lies on white, without transparency", async () => {
    const hole = {
      create: { width: 400, height: 300, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 1 } },
    } as const;
    const hollow = await sharp(jpeg)
      .ensureAlpha()
      .composite([{ input: await sharp(hole).png().toBuffer(), blend: "dest-out", left: 200, top: 400 }])
      .png()
      .toBuffer();
    const { count, image, look } = await through(hollow);
    expect([count, image?.dict.has(PDFName.of("SMask"))]).toEqual([1, false]);
    const { data, info } = await sharp(look)
      .extract({ left: 220, top: 420, width: 300, height: 200 })
      .toColourspace("b-w")
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(Math.min(...data.subarray(0, info.size))).toBeGreaterThan(240);
  });

  it("a bitonal TIFF stays of one bit and small", async () => {
    const bitonal = await sharp(jpeg)
      .resize({ width: 2480 })
      .threshold(150)
      .toColourspace("b-w")
      .tiff({ compression: "ccittfax4", bitdepth: 1, xres: 11.8, yres: 11.8 })
      .toBuffer();
    const { image, pdf, look } = await through(bitonal);
    expect(String(image?.dict.lookup(PDFName.of("BitsPerComponent")))).toBe("1");
    expect(pdf.length).toBeLessThan(bitonal.length * 3 + 60_000);
    expect(await difference(look, await sharp(bitonal).png().toBuffer())).toBeLessThan(4);
  });
});

describe("a master that cannot be taken", () => {
  it("says why: a bomb of pixels, a PDF of 5,000 pages, a picture of JPEG 2000", async () => {
    await expect(inspectMedia(hugePng())).rejects.toMatchObject({ code: "media-too-large" });
    await expect(inspectMedia(pdfOfPages(5000, jpeg, size.width, size.height))).rejects.toMatchObject({
      code: "media-too-many-pages",
    });
    const jp2 = Buffer.from("0000000c6a5020200d0a870a00000014667479706a703220000000006a703220", "hex");
    await expect(inspectMedia(jp2)).rejects.toMatchObject({ code: "media-foreign" });
  });
});

const run = promisify(execFile);

withProgram("pdfimages")("poppler sees the same kinds of pictures", async () => {
  const { path } = await through(jpeg);
  const { stdout } = await run("pdfimages", ["-list", path]);
  expect(stdout).toMatch(/\bjpeg\b/);
  expect(stdout).toContain(" 827  1169  rgb");
});
