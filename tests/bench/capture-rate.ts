import { execFile } from "node:child_process";
import { randomInt } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { stat } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import PDFDocument from "pdfkit";
import { createScheduler, createWorker, OEM } from "tesseract.js";
import { openObjectStore } from "#shared/node/object-store.ts";
import { openCapture } from "#electron/capture/open-capture.ts";
import { openJournal } from "#electron/journal/open-journal.ts";
import { openPipeline } from "#electron/pipeline/open-pipeline.ts";
import { languageFolder } from "#electron/pipeline/steps/text-reader.ts";
import { openWorkerPool } from "#electron/pipeline/worker/pool.ts";
import { workersHere } from "#electron/pipeline/worker/pool-size.ts";
import { asJpeg, makePage } from "#electron/sample/make-page.ts";
import { type Bench, figure, median, timed } from "#tests/bench/figure.ts";
import { sampleFile, sampleItem } from "#tests/helpers/sample-records.ts";

const run = promisify(execFile);
const resources = join(import.meta.dirname, "..", "..", "resources");
const count = 30;
const runs = 3;

/**
 * Thirty pages at 300 dpi to one searchable PDF/A by the desk's own queue, beside OCRmyPDF on the same pages with its
 * usual settings, and beside tesseract.js alone with as many workers: the three in turn, several times.
 */
export const captureRate: Bench = {
  name: "capture",
  async run(say) {
    const folder = mkdtempSync(join(tmpdir(), "mucluc-bench-"));
    try {
      const scans: Buffer[] = [];
      for (let at = 0; at < count; at += 1) {
        scans.push(await asJpeg(await makePage({ resources, seed: 700 + at, dpi: 300 })));
      }
      const jpegBytes = scans.reduce((sum, scan) => sum + scan.length, 0);
      say(`${count} pages drawn, ${Math.round(jpegBytes / 1024)} KB`);
      const hasOther = await isInstalled();
      if (!hasOther) say("ocrmypdf is not installed: no figure beside it");
      const bound = join(folder, "scans.pdf");
      if (hasOther) writeFileSync(bound, await bind(scans));
      const alone = await openAlone();
      await alone.read(scans.slice(0, 2));
      const times = { alone: [] as number[], other: [] as number[], own: [] as number[] };
      let size = 0;
      for (let at = 0; at < runs; at += 1) {
        times.alone.push(await timed(() => alone.read(scans)));
        const desk = await openDeskOf(join(folder, `desk-${at}`));
        try {
          // One page before the clock starts: each side has its workers ready.
          await desk.capture(2, scans.slice(0, 2));
          times.own.push(await timed(async () => (size = await desk.capture(1, scans))));
        } finally {
          await desk.close();
        }
        const out = join(folder, `other-${at}.pdf`);
        if (hasOther) {
          times.other.push(
            await timed(() => run("ocrmypdf", ["-q", "-l", "vie", "--output-type", "pdfa", bound, out])),
          );
          if ((await stat(out)).size === 0) throw new Error("ocrmypdf wrote nothing");
        }
        const last = [times.own, times.alone, times.other].map((list) => Math.round(list.at(-1) ?? 0));
        say(`run ${at + 1} of ${runs}: ${last[0]} ms; tesseract.js alone ${last[1]}, ocrmypdf ${last[2]}`);
      }
      await alone.close();
      const perMinute = (milliseconds: number) => (count * 60_000) / milliseconds;
      const rates = [median(times.own), median(times.other)].map(perMinute);
      return [
        ...(hasOther
          ? [figure("capture-vs-ocrmypdf", "pages/min", rates[0] ?? 0, rates[1] ?? 0, { atLeast: 1.2 })]
          : []),
        figure("capture-vs-ocr", "ms", median(times.own), median(times.alone), { atMost: 1.15 }),
        figure("pdfa-size", "KB", size / 1024, jpegBytes / 1024, { atMost: 1.1 }),
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};

async function isInstalled(): Promise<boolean> {
  try {
    const { stdout } = await run("tesseract", ["--list-langs"]);
    await run("ocrmypdf", ["--version"]);
    return /^vie$/m.test(stdout);
  } catch {
    return false;
  }
}

/** The scans in one PDF as office scanners write it, byte for byte. */
async function bind(scans: readonly Buffer[]): Promise<Buffer> {
  const document = new PDFDocument({ autoFirstPage: false, margin: 0 });
  for (const scan of scans) {
    const size: [number, number] = [(2480 * 72) / 300, (3508 * 72) / 300];
    document.addPage({ size, margin: 0 });
    document.image(scan, 0, 0, { width: size[0], height: size[1] });
  }
  document.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of document) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

/** tesseract.js with the model the product uses, a worker for each core, and nothing around it. */
async function openAlone() {
  const scheduler = createScheduler();
  for (let at = 0; at < availableParallelism(); at += 1) {
    const options = { langPath: languageFolder(resources), cacheMethod: "none", gzip: false } as const;
    scheduler.addWorker(await createWorker("vie", OEM.LSTM_ONLY, options));
  }
  return {
    async read(scans: readonly Buffer[]): Promise<void> {
      await Promise.all(
        scans.map((scan) => scheduler.addJob("recognize", scan, {}, { text: true, blocks: true })),
      );
    },
    close: () => scheduler.terminate(),
  };
}

/** The part of the desk that captures, as the desk builds it. */
async function openDeskOf(folder: string) {
  const now = () => Date.now();
  const objects = await openObjectStore(join(folder, "objects"));
  const journal = openJournal(folder, { deviceId: "desk", now });
  const size = workersHere();
  const pool = openWorkerPool({ size, objectsFolder: join(folder, "objects"), resources });
  let changed = () => {};
  const pipeline = openPipeline({
    units: [],
    folder,
    journal,
    objects,
    pool,
    now,
    emit: () => undefined,
    tasksAtOnce: size,
  });
  const profile = () => ({ name: "Bench", role: "capture-operator", scope: "52.550" }) as const;
  const capture = openCapture({ folder, journal, objects, pool, now, chance: randomInt, profile });
  journal.write("files", [sampleFile("file-1", { code: "H05.01" })], "screen");
  journal.onWrite(() => changed());
  pipeline.start();
  return {
    /** Brings scans in as a person does, and answers the size of the item's PDF/A when it is there. */
    async capture(ordinal: number, scans: readonly Buffer[]): Promise<number> {
      const itemId = `item-${ordinal}`;
      journal.write("items", [sampleItem(itemId, { ordinal })], "screen");
      const stored = await Promise.all(
        scans.map(async (scan, at) => {
          const { digest } = await objects.put(scan);
          return { digest, name: `${String(at + 1).padStart(3, "0")}.jpg` };
        }),
      );
      const done = new Promise<number>((resolve, reject) => {
        changed = () => {
          const item = journal.read("items", itemId);
          if (item && item.hold !== "") reject(new Error(`held: ${item.hold}`));
          if (item && item.renditionDigest !== "") resolve(item.renditionSize);
        };
      });
      await capture.handlers["capture.import"]({ objects: stored, itemId });
      return done;
    },
    async close() {
      await pipeline.stop();
      await pool.close();
      capture.close();
      journal.close();
    },
  };
}
