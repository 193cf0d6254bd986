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
/** Pages brought in at a time, the next when the work on these is done. */
const stack = 50;
const drawn = 20;
const bar = 700;

type Work = { waiting: number; running: number; done: number; held: number };

/**
 * Five hundred pages of 100 dpi in one session of a desk in a process of its own, fifty at a time: import, figures,
 * reading and PDF/A, nothing left out. The most memory of the process, threads and all, over the last fifty pages
 * beside that over the first.
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
      const peaks = await capture(folder, scans, say);
      const [early = 0, late = 0] = [peaks.at(0), peaks.at(-1)];
      const most = Math.max(...peaks);
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

/** Hands the desk a stack after the other; answers the most memory, in megabytes, that it took for each. */
async function capture(folder: string, scans: readonly object[], say: (line: string) => void) {
  const program = join(import.meta.dirname, "..", "flows", "capture-desk.ts");
  const stacks = Array.from({ length: pages / stack }, (_, at) =>
    JSON.stringify(scans.slice(at * stack, (at + 1) * stack)),
  );
  const child = spawn(process.execPath, [program, folder, stacks[0] ?? "[]"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const peaks: number[] = [];
  let [peak, before] = [0, 0];
  for await (const line of createInterface({ input: child.stdout })) {
    const { waiting, running, done, held } = JSON.parse(line) as Work;
    peak = Math.max(peak, residentMegabytes(child.pid ?? 0));
    if (held > 0) throw new Error(`${held} jobs are held`);
    // Each page is several jobs, of which some are made by others as they end.
    if (waiting + running > 0 || done < before + 3 * stack) continue;
    peaks.push(peak);
    say(`${peaks.length * stack} pages, at most ${Math.round(peak)} MB`);
    [peak, before] = [0, done];
    const next = stacks[peaks.length];
    if (next === undefined) break;
    child.stdin.write(`${next}\n`);
  }
  child.kill("SIGKILL");
  await ended;
  return peaks;
}

function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
}
