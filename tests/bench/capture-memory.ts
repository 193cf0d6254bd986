import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { openObjectStore } from "#shared/node/object-store.ts";
import { openJournal } from "#electron/journal/open-journal.ts";
import { asJpeg, makePage } from "#electron/sample/make-page.ts";
import { type Bench, figure } from "#tests/bench/figure.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { sampleFile, sampleItem } from "#tests/helpers/sample-records.ts";

const pages = 500;
const perItem = 10;
const drawn = 20;
const bar = 700;

type Work = { waiting: number; running: number; done: number; held: number };

/**
 * Five hundred pages of 100 dpi in one session of a desk in a process of its own: import, figures, reading and PDF/A,
 * nothing left out. The most memory of the process, threads and all, over the last tenth beside that over the first.
 */
export const captureMemory: Bench = {
  name: "capture-memory",
  async run(say) {
    if (process.platform !== "linux") {
      say("left out: the memory of another process is read from /proc, which is Linux's");
      return [];
    }
    const folder = mkdtempSync(join(tmpdir(), "mucluc-bench-"));
    try {
      const scans = await prepare(folder);
      say(`${pages} pages drawn`);
      const samples = await capture(folder, scans, say);
      const peak = (from: number, to: number) =>
        Math.max(...samples.filter(({ share }) => share >= from && share <= to).map(({ rss }) => rss));
      const [early, late] = [peak(0, 0.1), peak(0.9, 1)];
      const most = peak(0, 1);
      const growth = figure("capture-memory", "MB", late, early, { atMost: 1.2 });
      return [
        growth,
        {
          name: "capture-memory-most",
          unit: "MB",
          measured: most,
          reference: bar,
          ratio: most / bar,
          bar: `≤ ${bar} MB`,
          reached: most <= bar,
        },
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};

/** Distinct scans, named by their items, which are listed in the journal. */
async function prepare(folder: string): Promise<{ name: string; digest: string }[]> {
  const objects = await openObjectStore(join(folder, "objects"));
  const sheets = await Promise.all(
    Array.from({ length: drawn }, (_, seed) => makePage({ seed, dpi: 100, resources })),
  );
  const scans: { name: string; digest: string }[] = [];
  for (let at = 0; at < pages; at += 1) {
    const sheet = sheets[at % drawn];
    if (!sheet) continue;
    const { digest } = await objects.put(await asJpeg(sheet, 60 + Math.floor(at / drawn)));
    const ordinal = String(1 + Math.floor(at / perItem)).padStart(7, "0");
    scans.push({ name: `H05.1.${ordinal}_${1 + (at % perItem)}.jpg`, digest });
  }
  const journal = openJournal(folder, { deviceId: "desk", now: () => Date.now() });
  journal.write("files", [sampleFile("file-1", { code: "H05.1" })], "screen");
  const items = Array.from({ length: pages / perItem }, (_, at) =>
    sampleItem(`item-${at + 1}`, { fileId: "file-1", ordinal: at + 1, pageCount: perItem }),
  );
  journal.write("items", items, "screen");
  journal.close();
  return scans;
}

/** Runs the desk to its last job; answers its memory in megabytes beside the share of the work that was done. */
async function capture(folder: string, scans: object[], say: (line: string) => void) {
  const program = join(import.meta.dirname, "..", "flows", "capture-desk.ts");
  const child = spawn(process.execPath, [program, folder, JSON.stringify(scans)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const found: { done: number; rss: number }[] = [];
  let said = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const { waiting, running, done, held } = JSON.parse(line) as Work;
    const rss = residentMegabytes(child.pid ?? 0);
    found.push({ done, rss });
    if (done >= said + 300) {
      said = done;
      say(`${done} jobs done, ${Math.round(rss)} MB`);
    }
    if (held > 0) throw new Error(`${held} jobs are held`);
    if (done > 0 && waiting + running === 0) break;
  }
  child.kill("SIGKILL");
  await ended;
  const all = found.at(-1)?.done ?? 1;
  return found.map(({ done, rss }) => ({ share: done / all, rss }));
}

function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
}
