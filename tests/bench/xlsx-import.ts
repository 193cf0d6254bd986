import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Fonds } from "#shared/archive/fonds.ts";
import { readWorkbook } from "#electron/inventory/read-workbook.ts";
import { workbookLimits } from "#electron/inventory/workbook-limits.ts";
import { openDesk } from "#electron/desk.ts";
import type { Desk } from "#electron/opened-desk.ts";
import { type Bench, type Figure, figure, median, timed } from "#tests/bench/figure.ts";
import { makeInventoryWorkbook } from "#tests/bench/make-inventory-workbook.ts";
import { makeRecords } from "#tests/bench/make-records.ts";

const count = 20_000;
const runs = 5;
const root = join(import.meta.dirname, "..", "..");

type Times = { parse: number[]; dryRun: number[]; all: number[]; memory: number[]; stall: number[] };

/**
 * A sheet of 20,000 items in 200 files, from its bytes to records in the journal, beside the reader alone over the same
 * sheet. The reader is the app's own. One desk takes all the sheets, each into a fonds of its own: from the second on
 * both sides are warm.
 */
export const xlsxImport: Bench = {
  name: "xlsx-import",
  async run(say) {
    const times = await measure(say);
    const parse = median(times.parse);
    const stall: Figure = figure("xlsx-import-stall", "ms", Math.max(...times.stall), 200, {
      atMost: 1,
    });
    return [
      figure("xlsx-import", "ms", median(times.all), parse, { atMost: 4 }),
      figure("xlsx-import-memory", "MB", Math.max(...times.memory), 300, { atMost: 1 }),
      stall,
    ];
  },
};

/** The dry run of the same sheet, beside the same. */
export const xlsxDryRun: Bench = {
  name: "xlsx-dry-run",
  async run(say) {
    const times = await measure(say);
    return [figure("xlsx-dry-run", "ms", median(times.dryRun), median(times.parse), { atMost: 2 })];
  },
};

async function measure(say: (line: string) => void): Promise<Times> {
  const times: Times = { parse: [], dryRun: [], all: [], memory: [], stall: [] };
  const folder = mkdtempSync(join(tmpdir(), "mucluc-bench-"));
  const desk = await openDesk({
    folder: join(folder, "desk"),
    resources: join(root, "resources"),
    host: "loopback",
    startPractice: undefined,
    report: (error) => console.error(error),
  });
  try {
    await desk.handlers["session.save"]({ name: "Bench", role: "district-checker", scope: "52.550" });
    for (let run = 0; run < runs; run += 1) {
      const { fonds, files, items } = makeRecords(count, 200, 300 + run);
      const bytes = await makeInventoryWorkbook(fonds, files, items);
      const path = join(folder, "sheet.xlsx");
      writeFileSync(path, bytes);
      times.parse.push(await timed(() => parse(path)));
      const { digest } = await desk.objects.put(bytes);
      await importOnce(desk, fonds, digest, times);
      say(
        `run ${run + 1} of ${runs}: parsing ${shown(times.parse)}, dry run ${shown(times.dryRun)}, import ${shown(times.all)} ms, ` +
          `${shown(times.memory)} MB above idle, other calls waited at most ${shown(times.stall)} ms`,
      );
    }
  } finally {
    await desk.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  return times;
}

async function importOnce(desk: Desk, fonds: Fonds, digest: string, times: Times): Promise<void> {
  await desk.handlers["records.push"]({ collection: "fonds", rows: [{ newDocumentState: fonds }] });
  globalThis.gc?.();
  const idle = process.memoryUsage.rss();
  let [most, stall] = [idle, 0];
  let last = performance.now();
  // What another call would wait for: the time between two turns of the event loop.
  const watch = setInterval(() => {
    const now = performance.now();
    stall = Math.max(stall, now - last - 10);
    last = now;
    most = Math.max(most, process.memoryUsage.rss());
  }, 10);
  let token = "";
  const dryRun = await timed(async () => {
    const read = { digest, name: "bench.xlsx", fondsId: fonds.id };
    const report = await desk.handlers["workbook.read"](read);
    if (report.items !== count) throw new Error(`only ${report.items} of ${count} items were read`);
    token = report.token;
  });
  const write = await timed(async () => {
    const written = await desk.handlers["workbook.write"]({ token });
    if (written.items !== count) throw new Error(`only ${written.items} of ${count} items were written`);
  });
  clearInterval(watch);
  times.dryRun.push(dryRun);
  times.all.push(dryRun + write);
  times.memory.push((most - idle) / 1024 ** 2);
  times.stall.push(stall);
}

async function parse(path: string): Promise<void> {
  let rows = 0;
  for await (const sheet of readWorkbook(path, workbookLimits)) {
    for await (const slice of sheet.rows) rows += slice.length;
  }
  if (rows < count) throw new Error(`only ${rows} rows were parsed`);
}

function shown(times: readonly number[]): string {
  return Math.round(times.at(-1) ?? 0).toString();
}
