import type { Page } from "playwright-core";
import { type Bench, figure, median, percentile95 } from "#tests/bench/figure.ts";
import { openGridPages } from "#tests/helpers/open-grid-page.ts";

const count = 100_000;
const rounds = 40;
const bar = 100;
const letters = Array.from("nguyen thi mau ke hoach quyet dinh bao cao");

/**
 * The grid at 100,000 rows: each interaction from its key (or scroll) to the next paint, beside a static table of a
 * hundred rows in the same browser; and letters typed into a cell beside a bare input.
 */
export const grid100k: Bench = {
  name: "grid-100k",
  async run(say) {
    const pages = await openGridPages();
    try {
      const grid = await prepare(await pages.open(`rows=${count}`));
      const cell = (row: number, column: number) =>
        grid.locator(`[data-row="${row}"] [data-column="${column}"]`).click();
      await cell(4, 9);
      const jumps = await keys(grid, alternate("Control+End", "Control+Home"));
      const moves = await keys(grid, alternate("PageDown", "ArrowRight"));
      const edits = await edit(grid);
      const scrolls = await scroll(grid, "[role=grid]");
      const groups = { jumps, moves, edits, scrolls };
      for (const [name, times] of Object.entries(groups))
        say(`${name}: ${percentile95(times).toFixed(1)} ms p95`);

      const table = await prepare(await pages.open("table"));
      await table.locator("#frame").focus();
      const tableJumps = await keys(table, alternate("Control+End", "Control+Home"));
      const tableScrolls = await scroll(table, "table");
      const reference = Math.max(percentile95(tableJumps), percentile95(tableScrolls));
      const measured = Math.max(...Object.values(groups).map(percentile95));

      // In turns, so that what else the machine does meets both alike.
      const inCell: number[] = [];
      const bare: number[] = [];
      for (let turn = 0; turn < 6; turn += 1) {
        await grid.getByLabel("Ô thường").focus();
        bare.push(...(await keys(grid, letters)));
        await grid.evaluate((row) => window.gridPage.goTo({ row, column: 9 }), 50_000 + turn);
        await cell(50_000 + turn, 8);
        inCell.push(...(await keys(grid, letters)));
      }
      say(
        `typing: ${percentile95(inCell).toFixed(1)} ms p95, bare input ${percentile95(bare).toFixed(1)} ms p95`,
      );
      return [
        {
          name: "grid-100k",
          unit: "ms",
          measured,
          reference,
          ratio: measured / reference,
          bar: `≤ ${bar} ms`,
          reached: measured <= bar,
        },
        figure("grid-100k-typing", "ms", median(inCell), median(bare), { atMost: 1.5 }),
      ];
    } finally {
      await pages.close();
    }
  },
};

/** Makes a page tell how long each key took until what it did was painted. */
async function prepare(page: Page): Promise<Page> {
  await page.evaluate(() => {
    window.keyTimes = [];
    window.painted = () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve();
          port2.postMessage(undefined);
        });
      });
    const listen = (event: KeyboardEvent) => {
      if (event.key === "Control") return;
      void window.painted().then(() => window.keyTimes.push(performance.now() - event.timeStamp));
    };
    document.addEventListener("keydown", listen, true);
  });
  return page;
}

function alternate(one: string, other: string): string[] {
  return Array.from({ length: rounds }, (_, at) => (at % 2 === 0 ? one : other));
}

async function keys(page: Page, pressed: readonly string[]): Promise<number[]> {
  await page.evaluate(() => (window.keyTimes = []));
  for (const [at, key] of pressed.entries()) {
    await page.keyboard.press(key);
    await page.waitForFunction((length) => window.keyTimes.length >= length, at + 1);
  }
  return page.evaluate(() => window.keyTimes);
}

/** A letter into a cell and Enter, which hands the edit over, draws the row anew and goes on. */
async function edit(page: Page): Promise<number[]> {
  return keys(
    page,
    Array.from({ length: rounds }, (_, at) => (at % 2 === 0 ? "x" : "Enter")),
  );
}

/** Scrolls the frame around `inner` to places all over it, and by steps, until what came into view is painted. */
async function scroll(page: Page, inner: string): Promise<number[]> {
  return page.evaluate(
    async ([selector, steps]) => {
      const frame = document.querySelector(selector)?.parentElement;
      if (!frame) throw new Error("there is no frame to scroll");
      const times: number[] = [];
      for (let step = 0; step < steps * 2; step += 1) {
        const start = performance.now();
        const places = frame.scrollHeight - frame.clientHeight;
        frame.scrollTop = step < steps ? (places * ((step * 7919) % steps)) / steps : frame.scrollTop + 400;
        await window.painted();
        times.push(performance.now() - start);
      }
      return times;
    },
    [inner, rounds] as const,
  );
}

declare global {
  interface Window {
    keyTimes: number[];
    painted: () => Promise<void>;
  }
}
