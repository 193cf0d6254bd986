import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { medianOfNine, type Grey } from "#electron/pipeline/steps/grey.ts";
import { judge, measureWidth } from "#electron/pipeline/steps/measure-quality.ts";
import { readGrey } from "#electron/pipeline/steps/page-grey.ts";
import type { Wear } from "#electron/sample/age-scan.ts";
import { asJpeg, makeBlankPage, makePage } from "#electron/sample/make-page.ts";
import { resources } from "#tests/fixtures/resources.ts";

async function measure(seed: number, turned: number, wear: Partial<Wear> = {}) {
  const page = await makePage({ seed, turned, wear, resources, long: seed % 2 === 0 });
  return judge(await readGrey(await asJpeg(page), measureWidth));
}

describe("skew", () => {
  it("is found within 0.02° in the mean, 0.06° at most", async () => {
    const turns = [-6.2, -2.45, -1.24, -0.77, -0.33, 0, 0.18, 0.51, 0.94, 1.63, 3.3, 7.1];
    const errors: number[] = [];
    for (const [seed, turned] of turns.entries()) {
      errors.push(Math.abs((await measure(seed, turned)).skew + turned));
    }
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
    expect(mean, `errors ${errors.map((error) => error.toFixed(3)).join(" ")}`).toBeLessThanOrEqual(0.02);
    expect(Math.max(...errors)).toBeLessThanOrEqual(0.06);
  });

  it("is 0 where there are no lines to go by", async () => {
    const blank = await makeBlankPage({ seed: 3, turned: 2 });
    expect(judge(await readGrey(await asJpeg(blank), measureWidth)).skew).toBe(0);
  });
});

describe("blank pages", () => {
  it.each([1, 2, 3])("a dusty sheet is blank (seed %i)", async (seed) => {
    const blank = await makeBlankPage({ seed });
    expect(judge(await readGrey(await asJpeg(blank), measureWidth))).toMatchObject({
      blank: "yes",
      sharpness: 1,
    });
  });

  it("writing that shines through is not ink; writing is", async () => {
    expect((await measure(1, 0, { fading: 0.93, noise: 1, speckles: 0 })).blank).toBe("yes");
    expect((await measure(1, 0, { fading: 0.5 })).blank).toBe("no");
  });
});

describe("sharpness", () => {
  it("falls with the blur and warns (under 0.3) where reading suffers", async () => {
    const figures: number[] = [];
    for (const blur of [0.6, 2, 4, 7]) figures.push((await measure(1, 0.2, { blur })).sharpness);
    expect(figures).toEqual([...figures].sort((one, other) => other - one));
    expect(figures[0]).toBeGreaterThan(0.8);
    expect(figures[3]).toBeLessThan(0.3);
  });

  it("does not take noise for edges", async () => {
    expect((await measure(1, 0, { blur: 7, noise: 8 })).sharpness).toBeLessThan(0.35);
  });
});

describe("the median of nine", () => {
  it("is the fifth of the nine sorted, everywhere within the border", () => {
    const pixels = fc.record({
      width: fc.integer({ min: 3, max: 9 }),
      height: fc.integer({ min: 3, max: 9 }),
    });
    fc.assert(
      fc.property(
        pixels.chain(({ width, height }) =>
          fc.record({
            width: fc.constant(width),
            height: fc.constant(height),
            data: fc.uint8Array({ minLength: width * height, maxLength: width * height }),
          }),
        ),
        (grey) => {
          const { data } = medianOfNine(grey);
          for (let y = 1; y < grey.height - 1; y += 1) {
            for (let x = 1; x < grey.width - 1; x += 1) {
              expect(data[y * grey.width + x]).toBe(fifth(grey, x, y));
            }
          }
        },
      ),
    );
  });
});

function fifth({ data, width }: Grey, x: number, y: number): number | undefined {
  const around = [-1, 0, 1].flatMap((down) =>
    [-1, 0, 1].map((across) => data[(y + down) * width + x + across] ?? 0),
  );
  return around.sort((one, other) => one - other)[4];
}
