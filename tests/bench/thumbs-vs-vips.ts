import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { asJpeg, makePage } from "#electron/sample/make-page.ts";
import { type Bench, figure, median } from "#tests/bench/figure.ts";

const resources = join(import.meta.dirname, "..", "..", "resources");
const count = 30;
const runs = 5;

/** CPU milliseconds a page of thumbnails and all quality figures, beside `vipsthumbnail` on the same pages. */
export const thumbsVsVips: Bench = {
  name: "thumbs-vs-vips",
  async run(say) {
    if (spawnSync("vipsthumbnail", ["--version"]).status !== 0) {
      say("NOT MEASURED: vipsthumbnail (Debian: libvips-tools) is not installed");
      return [];
    }
    const folder = mkdtempSync(join(tmpdir(), "mucluc-bench-"));
    const out = join(folder, "out");
    mkdirSync(out);
    // A thread of its own, as pages have it: the heap of all the benches would be cleaned up at the page's expense.
    const worker = new Worker(new URL("./measure-thumbs.ts", import.meta.url));
    try {
      const paths: string[] = [];
      for (let at = 0; at < count; at += 1) {
        const path = join(folder, `page-${at}.jpg`);
        writeFileSync(path, await asJpeg(await makePage({ resources, seed: 880_001 + at, dpi: 300 })));
        paths.push(path);
      }
      say(`${count} pages drawn`);
      await measureAll(worker, paths.slice(0, 5), out);
      const own: number[] = [];
      const theirs: number[] = [];
      for (let run = 0; run < runs; run += 1) {
        theirs.push(vipsAll(paths, out) / count);
        own.push((await measureAll(worker, paths, out)) / count);
        say(
          `run ${run + 1} of ${runs}: ${own.at(-1)?.toFixed(1)} ms a page beside ${theirs.at(-1)?.toFixed(1)} ms`,
        );
      }
      return [figure("thumbs-vs-vips", "ms CPU a page", median(own), median(theirs), { atMost: 3 })];
    } finally {
      await worker.terminate();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};

/** CPU milliseconds of thumbnails and figures, as `measure-thumbs.ts` takes them. */
async function measureAll(worker: Worker, paths: readonly string[], out: string): Promise<number> {
  worker.postMessage({ paths, out });
  const [spent] = (await once(worker, "message")) as [number];
  return spent;
}

/** The same of `vipsthumbnail`, all pages in one call, as the shell counts the CPU of its children. */
function vipsAll(paths: readonly string[], out: string): number {
  const script = `vipsthumbnail --vips-concurrency=1 --size 256 -o "$0/%s.jpg[Q=72]" "$@" && times`;
  const { status, stdout } = spawnSync("sh", ["-c", script, out, ...paths], { encoding: "utf8" });
  const children = stdout.trim().split("\n").at(-1) ?? "";
  const times = [...children.matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, seconds]) => Number(minutes) * 60_000 + Number(seconds) * 1000,
  );
  if (status !== 0 || times.length !== 2) throw new Error(`vipsthumbnail ended with ${String(status)}`);
  return times.reduce((sum, time) => sum + time, 0);
}
