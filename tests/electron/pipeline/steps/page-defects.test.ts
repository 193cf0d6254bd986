import { beforeAll, describe, expect, it } from "vitest";
import { decodePixels, greyOf, toneOf } from "#electron/pipeline/media/page-pixels.ts";
import { judge, measureWidth } from "#electron/pipeline/steps/measure-quality.ts";
import type { PageQuality } from "#electron/pipeline/worker/tasks.ts";
import { asJpeg, makeBlankPage, makePage, type ScannedPage } from "#electron/sample/make-page.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { cutAt, inGrey, overexposed, shinedThrough, underexposed } from "#tests/helpers/spoiled-page.ts";

const seeds = [11, 12, 13, 14];
const dpi = 150;
const pages: ScannedPage[] = [];

beforeAll(async () => {
  for (const seed of seeds) pages.push(await makePage({ seed, resources, dpi, long: seed % 2 === 0 }));
}, 120_000);

const decode = async (page: ScannedPage) => decodePixels(await asJpeg(page), measureWidth);
const measure = async (page: ScannedPage): Promise<PageQuality> => judge(greyOf(await decode(page)));

/** The share of the height, near the one given, that goes through the middle of a line. */
function throughLine({ data, width, height }: ScannedPage, near: number): number {
  const inkOf = (y: number) => {
    let ink = 0;
    for (let x = 0; x < width; x += 1) if ((data[(y * width + x) * 3] ?? 255) < 140) ink += 1;
    return ink;
  };
  const around = (y: number) => inkOf(y - 4) + inkOf(y) + inkOf(y + 4);
  const rows = Array.from({ length: 80 }, (_, at) => Math.round(near * height) - 40 + at);
  return rows.reduce((best, y) => (around(y) > around(best) ? y : best)) / height;
}

function distance(one: string, other: string): number {
  let bits = 0;
  for (let at = 0; at < one.length; at += 1) {
    const differing = Number.parseInt(one[at] ?? "0", 16) ^ Number.parseInt(other[at] ?? "0", 16);
    for (let bit = 0; bit < 4; bit += 1) bits += (differing >> bit) & 1;
  }
  return bits;
}

it("finds nothing wrong with good pages", async () => {
  for (const page of pages) {
    const found = await measure(page);
    expect(found).toMatchObject({ dark: 0, cutEdges: "", blank: "no" });
    expect(found.bright).toBeLessThan(0.15);
    expect(found.bleed).toBeLessThan(0.05);
  }
});

describe("exposure", () => {
  it("too little light leaves the page dark, too much leaves the writing light", async () => {
    for (const page of pages) {
      expect((await measure(underexposed(page))).dark).toBeGreaterThan(0.8);
      const bright = await measure(overexposed(page));
      expect(bright.bright).toBeGreaterThan(0.8);
      expect(bright.dark).toBe(0);
    }
  });
});

describe("cut edges", () => {
  it.each(["l", "r", "t", "b"] as const)("writing cut off at %s is found there alone", async (edge) => {
    for (const page of pages) {
      const share = {
        l: 0.2,
        r: 0.2,
        t: throughLine(page, 0.4),
        b: 1 - throughLine(page, 0.5),
      }[edge];
      expect((await measure(cutAt(page, edge, share))).cutEdges).toBe(edge);
    }
  });

  it("a shadow of the lid along an edge is no writing", async () => {
    for (const page of pages) {
      const shadowed = { ...page, data: Buffer.from(page.data) };
      for (let y = 0; y < page.height; y += 1)
        shadowed.data.fill(20, y * page.width * 3, y * page.width * 3 + 60);
      expect((await measure(shadowed)).cutEdges).toBe("");
    }
  });
});

describe("print of the back", () => {
  it("is told from a clean back, and is no ink", async () => {
    const [front, back] = pages as [ScannedPage, ScannedPage];
    const blank = await makeBlankPage({ seed: 5, dpi, wear: { speckles: 20 } });
    expect((await measure(shinedThrough(front, back, 24))).bleed).toBeGreaterThan(0.15);
    const through = await measure(shinedThrough(blank, back, 19));
    expect(through.bleed).toBeGreaterThan(0.2);
    expect(through.blank).toBe("yes");
    expect((await measure(blank)).bleed).toBeLessThan(0.02);
  });
});

describe("tones", () => {
  it("tells colour from grey in a colour file, and one bit by its depth", async () => {
    for (const page of pages) {
      const pixels = await decode(page);
      expect(toneOf(pixels, 24)).toEqual({ depth: 24, colour: "colour" });
      expect(toneOf(pixels, 1)).toEqual({ depth: 1, colour: "bitonal" });
      expect(toneOf(await decode(inGrey(page)), 24)).toEqual({ depth: 24, colour: "grey" });
    }
  });
});

describe("likeness", () => {
  it("of two scans of one page differs in few bits, of other pages in many", async () => {
    const first = await Promise.all(pages.map(measure));
    for (const [at, seed] of seeds.entries()) {
      const again = await measure(
        await makePage({ seed, resources, dpi, long: seed % 2 === 0, turned: 0.3, wear: { noise: 4 } }),
      );
      for (const [other, { likeness }] of first.entries()) {
        const bits = distance(again.likeness, likeness);
        if (other === at) expect(bits).toBeLessThanOrEqual(60);
        else expect(bits).toBeGreaterThan(70);
      }
    }
  });

  it("is 64 hexadecimal digits, whatever the size of the page", () => {
    const tiny = { data: new Uint8Array(9).fill(200), width: 3, height: 3 };
    expect(judge(tiny).likeness).toMatch(/^[0-9a-f]{64}$/);
    expect(judge(tiny)).toMatchObject({ cutEdges: "", dark: 0, bright: 0, bleed: 0 });
  });
});
