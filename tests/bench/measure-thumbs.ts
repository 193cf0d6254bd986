import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parentPort } from "node:worker_threads";
import sharp from "sharp";
import { decodePixels, greyOf, makeThumbnail, toneOf } from "#electron/pipeline/media/page-pixels.ts";
import { judge, measureWidth } from "#electron/pipeline/steps/measure-quality.ts";

// As the page workers have it.
sharp.concurrency(1);
sharp.cache(false);

/** Thumbnails and figures of pages, from one decode each; answers the CPU milliseconds of the process, all threads. */
async function measureAll(paths: readonly string[], out: string): Promise<number> {
  const before = process.cpuUsage();
  for (const [at, path] of paths.entries()) {
    const pixels = await decodePixels(readFileSync(path), measureWidth);
    writeFileSync(join(out, `own-${at}.jpg`), await makeThumbnail(pixels));
    writeFileSync(
      join(out, `own-${at}.json`),
      JSON.stringify({ ...judge(greyOf(pixels)), ...toneOf(pixels, 24) }),
    );
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

parentPort?.on("message", ({ paths, out }: { paths: string[]; out: string }) => {
  void measureAll(paths, out).then((spent) => parentPort?.postMessage(spent));
});
