import { readFile } from "node:fs/promises";
import { afterAll, describe, expect, it } from "vitest";
import { Check } from "typebox/value";
import { pageWordsSchema, type PageWords } from "#shared/archive/page.ts";
import { readingDpi } from "#electron/pipeline/steps/prepare-reading.ts";
import { measureQuality } from "#electron/pipeline/steps/measure-quality.ts";
import { readPage } from "#electron/pipeline/steps/read-page.ts";
import { openTextReader, type TextReader } from "#electron/pipeline/steps/text-reader.ts";
import { asJpeg, makeBlankPage, makePage, type ScannedPage } from "#electron/sample/make-page.ts";
import { errorRate } from "#tests/fixtures/error-rate.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { importFrom, openStore } from "./pages-on-disk.ts";

const reader = openTextReader(resources, readingDpi);

afterAll(() => reader.close());

async function read(page: ScannedPage) {
  const objects = await openStore();
  const { digest, workDigest, dpi } = await importFrom(objects, await asJpeg(page), "image/jpeg");
  const reading = await readPage(objects, reader, {
    digest,
    mediaType: "image/jpeg",
    page: 0,
    workDigest,
    dpi,
  });
  const stored: unknown = JSON.parse(await readFile(objects.path(reading.wordsDigest), "utf8"));
  if (!Check(pageWordsSchema, stored)) throw new Error("not the words of a page");
  return { reading, stored };
}

/** The left edge of the ink in a box's rows, looked for from some pixels before the box. */
function inkWithin(page: ScannedPage, box: PageWords["words"][number]["box"]): number {
  const [left, top, right, bottom] = box;
  let dark = 0;
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) if ((page.data[(y * page.width + x) * 3] ?? 255) < 120) dark += 1;
  }
  return dark / Math.max(1, (right - left) * (bottom - top));
}

describe("reading a page", () => {
  it("reads Vietnamese print with fewer than 1 % of wrong characters; boxes lie on the ink", async () => {
    const page = await makePage({ seed: 2, long: true, resources });
    const { reading, stored } = await read(page);
    expect(errorRate(page.text, reading.text)).toBeLessThan(0.01);
    expect(reading.wordCount).toBe(stored.words.length);
    expect(reading.confidence).toBeGreaterThan(85);
    const long = stored.words.filter(({ text }) => text.length >= 3);
    const onInk = long.filter(({ box }) => inkWithin(page, box) > 0.08);
    expect(onInk.length / long.length).toBeGreaterThan(0.98);
    expect(stored.text.split("\n")).toHaveLength(Math.max(...stored.words.map(({ line }) => line)) + 1);
  });

  it("reads faded, dusty, noisy pages as well as the model can", async () => {
    const page = await makePage({
      seed: 5,
      long: true,
      resources,
      wear: { noise: 14, fading: 0.6, speckles: 1500 },
    });
    const { reading } = await read(page);
    expect(errorRate(page.text, reading.text)).toBeLessThan(0.03);
  });

  it("finds no words on a blank page", async () => {
    const { reading } = await read(await makeBlankPage({ seed: 4 }));
    expect(reading).toMatchObject({ wordCount: 0, confidence: 0, text: "" });
  });

  it("does not look for words in dust and noise, however much ink they measure as", async () => {
    const objects = await openStore();
    const wear = { noise: 14, fading: 0.6, speckles: 200 };
    const page = await asJpeg(await makeBlankPage({ seed: 6, wear }));
    const { digest, workDigest, dpi } = await importFrom(objects, page, "image/jpeg");
    const task = { digest, mediaType: "image/jpeg", page: 0, workDigest, dpi } as const;
    const { ink } = await measureQuality(objects, task);
    const unasked: TextReader = { ...reader, read: () => Promise.reject(new Error("was asked to read")) };
    expect(await readPage(objects, unasked, { ...task, ink })).toMatchObject({ wordCount: 0, text: "" });
  });

  it("reads a page with ink again in another layout when the first finds no words, and stops where one does", async () => {
    const objects = await openStore();
    const page = await makePage({ seed: 3, resources });
    const { digest, workDigest, dpi } = await importFrom(objects, await asJpeg(page), "image/jpeg");
    const tried: string[] = [];
    const blindAtFirst: TextReader = {
      ...reader,
      async read(grey, layout) {
        tried.push(layout);
        const reading = await reader.read(grey, layout);
        return layout === "page" ? { ...reading, blocks: [] } : reading;
      },
    };
    const task = { digest, mediaType: "image/jpeg", page: 0, workDigest, dpi } as const;
    const reading = await readPage(objects, blindAtFirst, task);
    expect(tried).toEqual(["page", "block"]);
    expect(reading.wordCount).toBeGreaterThan(5);
  });
});
