import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openObjectStore } from "#shared/node/object-store.ts";
import { openWorkerPool } from "#electron/pipeline/worker/pool.ts";
import { makePage } from "#electron/sample/make-page.ts";
import { type Bench, figure, median, timed } from "#tests/bench/figure.ts";

const root = join(import.meta.dirname, "..", "..");
const pages = 10;
const runs = 3;

/** Ten pages at 300 dpi through import, thumbnail, quality, OCR and PDF/A, beside tesseract.js alone on the same. */
export const pagePipeline: Bench = {
  name: "page-pipeline",
  async run(say) {
    const folder = mkdtempSync(join(tmpdir(), "mucluc-bench-"));
    const scans = await Promise.all(Array.from({ length: pages }, (_, at) => makePage({ seed: 900 + at, dpi: 300 })));
    say(`${pages} pages drawn`);
    try {
      const alone: number[] = [];
      const whole: number[] = [];
      for (let run = 0; run < runs; run += 1) {
        alone.push(await readAlone(scans));
        whole.push(await readInPipeline(join(folder, String(run)), scans));
        say(`run ${run + 1} of ${runs}: ${Math.round(whole.at(-1) ?? 0)} ms beside ${Math.round(alone.at(-1) ?? 0)} ms`);
      }
      return [figure("page-pipeline", "ms", median(whole), median(alone), { atMost: 1.25 })];
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};
