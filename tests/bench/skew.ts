import { join } from "node:path";
import { decodePixels, greyOf } from "#electron/pipeline/media/page-pixels.ts";
import { judge, measureWidth } from "#electron/pipeline/steps/measure-quality.ts";
import { makeChance } from "#electron/sample/chance.ts";
import { asJpeg, makePage } from "#electron/sample/make-page.ts";
import { type Bench, type Figure, median, percentile95 } from "#tests/bench/figure.ts";

const resources = join(import.meta.dirname, "..", "..", "resources");
const count = 60;
/** No test draws pages of these seeds: what was tuned was tuned on others. */
const firstSeed = 770_001;

/** How far from the truth pages laid up to 5° askew are found to be, in degrees. */
export const skew: Bench = {
  name: "skew",
  async run(say) {
    const chance = makeChance(firstSeed);
    const errors: number[] = [];
    for (let at = 0; at < count; at += 1) {
      const turned = chance.between(-5, 5);
      const seed = firstSeed + at;
      const page = await makePage({
        resources,
        seed,
        turned,
        dpi: at % 2 === 0 ? 300 : 200,
        long: at % 3 === 0,
      });
      const found = judge(greyOf(await decodePixels(await asJpeg(page), measureWidth))).skew;
      errors.push(Math.abs(found + turned));
      if (at % 10 === 9) say(`${at + 1} of ${count} pages`);
    }
    return [
      bound("skew", median(errors), 0.1, "median"),
      bound("skew-p95", percentile95(errors), 0.3, "95th percentile"),
    ];
  },
};

/** An error beside the greatest that is allowed. */
function bound(name: string, measured: number, most: number, what: string): Figure {
  const ratio = measured / most;
  return {
    name,
    unit: "°",
    measured,
    reference: most,
    ratio,
    bar: `${what} ≤ ${most}°`,
    reached: ratio <= 1,
  };
}
