import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { openDesk } from "#electron/desk.ts";
import { asJpeg, makePage } from "#electron/sample/make-page.ts";
import { type Bench, type Figure, figure, median, percentile95 } from "#tests/bench/figure.ts";
import { launchWithProfile } from "#tests/helpers/browser.ts";
import { startHost } from "#tests/helpers/running-host.ts";
import {
  sampleBatch,
  sampleFile,
  sampleFonds,
  sampleItem,
  samplePage,
} from "#tests/helpers/sample-records.ts";

const root = join(import.meta.dirname, "..", "..");
const scope = "52.550";
const runs = 7;
const places = 40;
/** How many different scans the pages share. */
const scans = 12;

/** The station of a file of 2,000 pages beside that of one of 20: until its first pages are seen, and each scroll through its grid. */
export const file2000: Bench = {
  name: "file-2000",
  async run(say) {
    const folder = mkdtempSync(join(tmpdir(), "mucluc-bench-"));
    try {
      await prepare(folder, [20, 2000]);
      say("the files are made");
      const host = await startHost(folder, { MUCLUC_PRACTICE: "0" });
      const context = await launchWithProfile(join(folder, "profile"));
      try {
        const page = context.pages()[0] ?? (await context.newPage());
        page.setDefaultTimeout(120_000);
        await page.goto(host.address);
        await page.waitForFunction(() => document.documentElement.dataset["synced"] === "true");
        return [...(await opened(page, say)), await scrolled(page, say)];
      } finally {
        await context.close();
        await host.stop();
      }
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};

async function opened(page: Page, say: (line: string) => void): Promise<Figure[]> {
  const small: number[] = [];
  const large: number[] = [];
  for (let run = 0; run <= runs; run += 1) {
    const [few, many] = [await openOnce(page, 20), await openOnce(page, 2000)];
    // The first of each pays for what the browser then keeps.
    if (run > 0) small.push(few);
    if (run > 0) large.push(many);
    say(`open ${run} of ${runs}: ${Math.round(many)} ms beside ${Math.round(few)} ms`);
  }
  return [figure("file-2000", "ms", median(large), median(small), { atMost: 1.5 })];
}

/** Milliseconds from going to a batch's station until the first page's thumbnail and view are painted. */
async function openOnce(page: Page, pages: number): Promise<number> {
  await page.evaluate(() => {
    window.location.hash = "#/capture";
  });
  await page.getByText(`Đợt ${pages} trang`).first().waitFor();
  return page.evaluate(async (batch) => {
    const start = performance.now();
    window.location.hash = `#/capture/${batch}`;
    const seen = () => {
      const images = [...document.querySelectorAll<HTMLImageElement>("main img")];
      return (
        images.length > 4 && images.slice(0, 4).every((image) => image.complete && image.naturalWidth > 0)
      );
    };
    while (!seen()) await new Promise((resume) => requestAnimationFrame(resume));
    return performance.now() - start;
  }, `batch-${pages}`);
}

async function scrolled(page: Page, say: (line: string) => void): Promise<Figure> {
  const times: Record<number, number[]> = { 20: [], 2000: [] };
  for (const pages of [20, 2000]) {
    await openOnce(page, pages);
    await page.getByText("Lưới", { exact: true }).click();
    const grid = page.getByRole("listbox");
    await grid.waitFor();
    times[pages] = await grid.evaluate(async (frame, steps) => {
      const painted = () =>
        new Promise<void>((resolve) => {
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve();
            port2.postMessage(undefined);
          });
        });
      const found: number[] = [];
      for (let step = 0; step < steps * 2; step += 1) {
        const start = performance.now();
        const way = frame.scrollHeight - frame.clientHeight;
        frame.scrollTop = step < steps ? (way * ((step * 7919) % steps)) / steps : frame.scrollTop + 300;
        await painted();
        found.push(performance.now() - start);
      }
      return found;
    }, places);
    await page.getByText("Dải", { exact: true }).click();
  }
  const [few, many] = [percentile95(times[20] ?? []), percentile95(times[2000] ?? [])];
  say(`scroll: ${many.toFixed(1)} ms p95 beside ${few.toFixed(1)} ms`);
  const ratio = many / few;
  return {
    name: "file-2000-scroll",
    unit: "ms",
    measured: many,
    reference: few,
    ratio,
    bar: "≤ 100 ms",
    reached: many <= 100,
  };
}

/** A machine set up, with a batch, a file and an item for each number of pages; the work on pages is done, or rests. */
async function prepare(folder: string, counts: readonly number[]): Promise<void> {
  const desk = await openDesk({
    folder,
    resources: join(root, "resources"),
    host: "loopback",
    startPractice: undefined,
    report: (error) => console.error(error),
  });
  await desk.handlers["session.save"]({ name: "Bench", role: "capture-operator", scope });
  await desk.handlers["jobs.pause"]({ paused: true });
  const looks: { masterDigest: string; thumbDigest: string; viewDigest: string }[] = [];
  for (let seed = 0; seed < scans; seed += 1) {
    const master = await asJpeg(await makePage({ seed, dpi: 200, resources: join(root, "resources") }));
    const at = async (width: number) =>
      (await desk.objects.put(await sharp(master).resize({ width }).jpeg({ quality: 78 }).toBuffer())).digest;
    const masterDigest = (await desk.objects.put(master)).digest;
    looks.push({ masterDigest, thumbDigest: await at(256), viewDigest: await at(1240) });
  }
  const push = (
    collection: "fonds" | "batches" | "files" | "items" | "pages",
    records: readonly { id: string }[],
  ) =>
    desk.handlers["records.push"]({
      collection,
      rows: records.map((record) => ({ newDocumentState: record })),
    });
  await push("fonds", [sampleFonds("fonds-1", { scope })]);
  for (const count of counts) {
    const [batchId, fileId, itemId] = [`batch-${count}`, `file-${count}`, `item-${count}`];
    await push("batches", [sampleBatch(batchId, { scope, state: "capturing", name: `Đợt ${count} trang` })]);
    await push("files", [
      sampleFile(fileId, { scope, fondsId: "fonds-1", batchId, code: `H05.01.${count}` }),
    ]);
    await push("items", [sampleItem(itemId, { scope, fileId, pageCount: count })]);
    const pages = Array.from({ length: count }, (_, at) =>
      samplePage(`page-${count}-${at}`, {
        scope,
        itemId,
        ordinal: at + 1,
        mediaType: "image/jpeg",
        width: 1654,
        height: 2339,
        dpi: 200,
        sharpness: 0.6,
        ink: 3000,
        blank: "no",
        ...looks[at % scans],
      }),
    );
    for (let at = 0; at < count; at += 500) await push("pages", pages.slice(at, at + 500));
  }
  await desk.close();
}
