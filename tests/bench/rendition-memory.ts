import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openObjectStore } from "#shared/node/object-store.ts";
import { makePdfa } from "#electron/pipeline/steps/make-pdfa.ts";
import { loadLayerFont } from "#electron/pipeline/steps/write-pdfa.ts";
import { asJpeg, makePage } from "#electron/sample/make-page.ts";
import { type Bench, figure } from "#tests/bench/figure.ts";
import { sampleAbout } from "#tests/helpers/sample-records.ts";

const resources = join(import.meta.dirname, "..", "..", "resources");
const count = 2000;
const mostMegabytes = 700;

/** One PDF/A of 2,000 pages at 300 dpi, written and looked over: the greatest memory of the whole process. */
export const renditionMemory: Bench = {
  name: "rendition-memory",
  async run(say) {
    const folder = mkdtempSync(join(tmpdir(), "mucluc-bench-"));
    let most = 0;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50);
    try {
      const objects = await openObjectStore(folder);
      const scan = await makePage({ resources, seed: 700, dpi: 300 });
      const { digest } = await objects.put(await asJpeg(scan));
      const words = Array.from({ length: 300 }, (_, at) => {
        const [left, top, line] = [
          100 + (at % 10) * 200,
          100 + Math.floor(at / 10) * 60,
          Math.floor(at / 10),
        ];
        return { text: "Quyết", confidence: 90, box: [left, top, left + 180, top + 50], line };
      });
      const { digest: wordsDigest } = await objects.put(
        Buffer.from(JSON.stringify({ text: "Quyết", words })),
      );
      const { width, height, dpi } = scan;
      const page = {
        digest,
        mediaType: "image/jpeg",
        page: 0,
        workDigest: digest,
        width,
        height,
        dpi,
        wordsDigest,
      };
      const made = await makePdfa(
        objects,
        { font: await loadLayerFont(resources), checkers: () => Promise.resolve([]) },
        {
          pages: Array.from({ length: count }, () => page),
          about: sampleAbout,
          createdAt: "2025-05-16T01:00:00.000Z",
        },
      );
      if (made.kind !== "two-layer") throw new Error(`made ${made.kind}`);
      say(`${count} pages, ${Math.round(made.size / 1e6)} MB`);
      return [figure("rendition-memory", "MB", most / 1e6, mostMegabytes, { atMost: 1 })];
    } finally {
      clearInterval(watch);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};
