import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createWorker, OEM } from "tesseract.js";
import { openObjectStore } from "#shared/node/object-store.ts";
import { languageFolder } from "#electron/pipeline/steps/text-reader.ts";
import { openWorkerPool } from "#electron/pipeline/worker/pool.ts";
import type { PdfaPage, WorkerPool } from "#electron/pipeline/worker/tasks.ts";
import { asJpeg, makePage } from "#electron/sample/make-page.ts";
import { type Bench, figure, median, timed } from "#tests/bench/figure.ts";
import { sampleAbout } from "#tests/helpers/sample-records.ts";

const resources = join(import.meta.dirname, "..", "..", "resources");
const count = 10;
const runs = 3;

/** Ten pages at 300 dpi through import, thumbnail, quality, OCR and PDF/A, beside tesseract.js alone on the same. */
export const pagePipeline: Bench = {
  name: "page-pipeline",
  async run(say) {
    const folder = mkdtempSync(join(tmpdir(), "mucluc-bench-"));
    const scans: Buffer[] = [];
    for (let at = 0; at < count; at += 1)
      scans.push(await asJpeg(await makePage({ resources, seed: 900 + at, dpi: 300 })));
    say(`${count} pages drawn`);
    const pool = openWorkerPool({ size: 1, objectsFolder: folder, resources });
    const reader = await openReader();
    try {
      // One page each before the clock starts: both keep their workers between pages.
      await readAlone(reader, scans.slice(0, 1));
      await readInPipeline(folder, pool, scans.slice(0, 1));
      const alone: number[] = [];
      const whole: number[] = [];
      for (let run = 0; run < runs; run += 1) {
        alone.push(await timed(() => readAlone(reader, scans)));
        whole.push(await timed(() => readInPipeline(folder, pool, scans)));
        say(
          `run ${run + 1} of ${runs}: ${Math.round(whole.at(-1) ?? 0)} ms beside ${Math.round(alone.at(-1) ?? 0)} ms`,
        );
      }
      return [figure("page-pipeline", "ms", median(whole), median(alone), { atMost: 1.25 })];
    } finally {
      await reader.terminate();
      await pool.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};

type Reader = Awaited<ReturnType<typeof createWorker>>;

/** Tesseract with the model the product uses, and nothing around it. */
function openReader(): Promise<Reader> {
  const langPath = languageFolder(resources);
  return createWorker("vie", OEM.LSTM_ONLY, { langPath, cacheMethod: "none", gzip: false });
}

async function readAlone(reader: Reader, scans: readonly Buffer[]): Promise<void> {
  for (const scan of scans) await reader.recognize(scan, {}, { text: true, blocks: true });
}

async function readInPipeline(folder: string, pool: WorkerPool, scans: readonly Buffer[]): Promise<void> {
  const objects = await openObjectStore(folder);
  const pages: PdfaPage[] = [];
  for (const scan of scans) {
    const { digest } = await objects.put(scan);
    const { mediaType } = await pool.inspect({ digest, name: "scan.jpg" });
    const task = { digest, mediaType, page: 0 };
    const { width, height, dpi, workDigest } = await pool.importPage(task);
    await pool.quality({ ...task, workDigest });
    const { wordsDigest } = await pool.ocr({ ...task, workDigest, dpi });
    pages.push({ ...task, workDigest, width, height, dpi, wordsDigest });
  }
  await pool.pdfa({ pages, about: sampleAbout, createdAt: "2025-05-16T01:00:00.000Z" });
}
