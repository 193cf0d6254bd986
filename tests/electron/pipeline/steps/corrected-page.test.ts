import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { type Correction, noCorrection } from "#shared/archive/correction.ts";
import { halves, turnBy } from "#shared/capture/corrections.ts";
import { readWorkImage } from "#electron/pipeline/media/work-image.ts";
import { importPage } from "#electron/pipeline/steps/import-page.ts";
import { measureQuality } from "#electron/pipeline/steps/measure-quality.ts";
import { openRecentPages } from "#electron/pipeline/steps/recent-pages.ts";
import { asJpeg, makeBlankPage, makePage } from "#electron/sample/make-page.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { openStore } from "./pages-on-disk.ts";

let jpeg: Buffer;
const whole = { width: 1654, height: 2339 };

beforeAll(async () => {
  jpeg = await asJpeg(await makePage({ seed: 3, dpi: 200, turned: 0, resources }));
});

/** Imports one master as it is corrected; answers the sizes and the work image. */
async function importAs(correction: Correction, bytes = jpeg) {
  const objects = await openStore();
  const { digest } = await objects.put(bytes);
  const task = { digest, mediaType: "image/jpeg", page: 0, correction };
  const imported = await importPage(objects, task);
  const work = await readFile(objects.path(imported.workDigest));
  return { objects, task, imported, work };
}

describe("a corrected page", () => {
  it("is the master, byte for byte, while nothing is corrected", async () => {
    const { imported, work, task } = await importAs(noCorrection);
    expect(imported.workDigest).toBe(task.digest);
    expect(work.equals(jpeg)).toBe(true);
  });

  it.each([90, 180, 270] as const)("is turned by %i°, and turned back shows the master", async (turn) => {
    const { imported, work } = await importAs(turnBy(noCorrection, turn));
    const [width, height] = turn === 180 ? [1654, 2339] : [2339, 1654];
    expect(imported).toMatchObject({ width, height, dpi: 200 });
    const back = await sharp(work)
      .rotate(360 - turn)
      .toBuffer();
    expect(await difference(back, jpeg)).toBeLessThan(2);
    expect(await difference(work, jpeg)).toBeGreaterThan(6);
  });

  it("is straight after straightening by the skew that was measured, and nothing of it is cut off", async () => {
    const crooked = await asJpeg(await makePage({ seed: 4, dpi: 200, turned: 2.4, resources }));
    const before = await importAs(noCorrection, crooked);
    const { skew } = await measureQuality(before.objects, before.task);
    expect(skew).toBeCloseTo(-2.4, 1);
    const { objects, task, imported } = await importAs({ ...noCorrection, straighten: skew }, crooked);
    const recent = openRecentPages(temporaryFolder());
    expect(Math.abs((await measureQuality(objects, task, recent)).skew)).toBeLessThan(0.1);
    expect(imported.width).toBeGreaterThan(whole.width);
    expect(imported.height).toBeGreaterThan(whole.height);
  });

  it("is the piece that the crop leaves, after the turn", async () => {
    const turned = turnBy(noCorrection, 90);
    const [left, right] = halves(turned, 0.5);
    const first = await importAs(left);
    const second = await importAs(right);
    expect(first.imported.width + second.imported.width).toBe(2339);
    expect(first.imported.height).toBe(1654);
    const truth = await sharp(jpeg).rotate(90).toBuffer();
    const width = second.imported.width;
    const piece = await sharp(truth)
      .extract({ left: 2339 - width, top: 0, width, height: 1654 })
      .toBuffer();
    expect(await difference(second.work, piece)).toBeLessThan(2);
    expect(await difference(first.work, piece)).toBeGreaterThan(4);
  });

  it("is made again from master and correction where the work object is not there, with equal bytes", async () => {
    const { objects, task, work } = await importAs({ ...noCorrection, straighten: 1, right: 0.9 });
    expect((await readWorkImage(objects, task)).equals(work)).toBe(true);
  });

  it("is not taken for the page that was decoded before the correction", async () => {
    const recent = openRecentPages(temporaryFolder());
    const { objects, task } = await importAs(turnBy(noCorrection, 90));
    const { digest, mediaType, page } = task;
    await importPage(objects, { digest, mediaType, page }, recent);
    expect(await recent.find({ digest, mediaType, page })).toBeDefined();
    expect(await recent.find(task)).toBeUndefined();
  });

  it("keeps a one-bit page of one bit", async () => {
    const objects = await openStore();
    const bitonal = await sharp(jpeg)
      .threshold(150)
      .toColourspace("b-w")
      .tiff({ compression: "ccittfax4", bitdepth: 1 })
      .toBuffer();
    const { digest } = await objects.put(bitonal);
    const correction = { ...noCorrection, turn: 180 as const, straighten: 1 };
    const imported = await importPage(objects, { digest, mediaType: "image/tiff", page: 0, correction });
    const header = await sharp(objects.path(imported.workDigest)).metadata();
    expect([header.format, header.bitsPerSample]).toEqual(["png", 1]);
  });

  it("loses its lone specks, and no mark of its letters", async () => {
    const wear = { speckles: 0, noise: 1, blur: 0, fading: 0 };
    const clean = await makePage({ seed: 5, dpi: 200, turned: 0, resources, wear });
    const dusty = Buffer.from(clean.data);
    const spots = [
      [60, 200],
      [1600, 900],
      [60, 1500],
      [1500, 2300],
    ] as const;
    for (const [x, y] of spots) {
      for (let down = 0; down < 3; down += 1) {
        const at = ((y + down) * clean.width + x) * 3;
        dusty.fill(30, at, at + 9);
      }
    }
    const master = await asJpeg({ ...clean, data: dusty }, 95);
    const { work } = await importAs({ ...noCorrection, despeckle: true }, master);
    const grey = await sharp(work).greyscale().raw().toBuffer();
    for (const [x, y] of spots) expect(grey[(y + 1) * clean.width + x + 1]).toBeGreaterThan(180);
    const truth = await asJpeg(clean, 95);
    expect(await darkPixels(work)).toBeGreaterThan((await darkPixels(truth)) * 0.995);
  });

  it("stays blank where it was", async () => {
    const blank = await asJpeg(await makeBlankPage({ seed: 6, dpi: 200 }));
    const { objects, task } = await importAs({ ...noCorrection, straighten: 1, despeckle: true }, blank);
    expect((await measureQuality(objects, task)).blank).toBe("yes");
  });
});

async function darkPixels(image: Buffer): Promise<number> {
  const grey = await sharp(image).greyscale().raw().toBuffer();
  return grey.reduce((sum, level) => sum + (level < 110 ? 1 : 0), 0);
}

/** The mean difference of two images in grey levels, looked at small. */
async function difference(one: Buffer, two: Buffer): Promise<number> {
  const [first, second] = await Promise.all(
    [one, two].map((image) => sharp(image).resize(300, 424, { fit: "fill" }).greyscale().raw().toBuffer()),
  );
  if (!first || !second) return 255;
  return first.reduce((sum, level, at) => sum + Math.abs(level - (second[at] ?? 0)), 0) / first.length;
}
