import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { type Bench, type Figure, figure, median, percentile95 } from "#tests/bench/figure.ts";
import { launchWithProfile } from "#tests/helpers/browser.ts";
import { startHost } from "#tests/helpers/running-host.ts";
import { prepareLargeFiles } from "#tests/helpers/large-files.ts";

const runs = 7;
const places = 40;

/** The station of a file of 2,000 pages beside that of one of 20: until its first pages are seen, and each scroll through its grid. */
export const file2000: Bench = {
  name: "file-2000",
  async run(say) {
    const folder = mkdtempSync(join(tmpdir(), "mucluc-bench-"));
    try {
      await prepareLargeFiles(folder, [20, 2000]);
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
    window.location.hash = `#/capture/${batch}/items`;
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
