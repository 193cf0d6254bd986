import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openObjectStore } from "#shared/node/object-store.ts";
import { openWorkerPool } from "#electron/pipeline/worker/pool.ts";
import type { Wear } from "#electron/sample/age-scan.ts";
import { makeChance } from "#electron/sample/chance.ts";
import { asJpeg, makePage } from "#electron/sample/make-page.ts";
import type { Bench } from "#tests/bench/figure.ts";
import { editDistance } from "#tests/fixtures/error-rate.ts";

const resources = join(import.meta.dirname, "..", "..", "resources");

/** Seeds that no preparation of pages was made on. */
const heldOut = { from: 7001, count: 12 } as const;
/** Page by page the tool may take minutes over noise; what it has not read by then it has not read. */
const patience = 240_000;

/** Characters read wrong on degraded pages, beside Debian's tesseract with the same model on the same JPEGs. */
export const ocrCer: Bench = {
  name: "ocr-cer",
  async run(say) {
    if (spawnSync("tesseract", ["--version"]).status !== 0) {
      say("SKIPPED: tesseract is not installed (Debian: tesseract-ocr)");
      return [];
    }
    const folder = mkdtempSync(join(tmpdir(), "mucluc-bench-"));
    copyFileSync(join(resources, "ocr", "vie.traineddata"), join(folder, "vie.traineddata"));
    const pool = openWorkerPool({ size: 1, objectsFolder: folder, resources, patience: { ocr: 300_000 } });
    const wrong = { own: 0, tool: 0 };
    let letters = 0;
    try {
      const objects = await openObjectStore(folder, { sweep: false });
      for (let at = 0; at < heldOut.count; at += 1) {
        const seed = heldOut.from + at;
        const page = await makePage({ resources, seed, long: true, dpi: 300, wear: wearOf(seed) });
        const jpeg = await asJpeg(page);
        const { digest } = await objects.put(jpeg);
        const task = { digest, mediaType: "image/jpeg", page: 0 };
        const { dpi, workDigest } = await pool.importPage(task);
        const { text } = await pool.ocr({ ...task, workDigest, dpi });
        const path = join(folder, `${seed}.jpg`);
        writeFileSync(path, jpeg);
        const own = editDistance(page.text, text);
        const tool = editDistance(page.text, readByTool(path, folder));
        wrong.own += own;
        wrong.tool += tool;
        letters += page.text.length;
        say(`seed ${seed}: ${own} beside ${tool} wrong of ${page.text.length}`);
      }
    } finally {
      await pool.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
    const [measured, reference] = [(100 * wrong.own) / letters, (100 * wrong.tool) / letters];
    return [
      {
        name: "ocr-cer",
        unit: "%",
        measured,
        reference,
        ratio: measured / Math.max(0.001, reference),
        bar: "≤ +0.1 point",
        reached: measured <= reference + 0.1,
      },
    ];
  },
};

/** Faded, dusty, noisy and blurred by turns, each within what shelves and scanners do to paper. */
function wearOf(seed: number): Partial<Wear> {
  const chance = makeChance(seed);
  const kinds: Partial<Wear>[] = [
    { noise: chance.between(6, 11), fading: chance.between(0.3, 0.55), speckles: chance.whole(500, 1500) },
    { blur: chance.between(1.2, 2.1), noise: chance.between(3, 6) },
    { speckles: chance.whole(900, 2200), noise: chance.between(3, 7) },
    { fading: chance.between(0.4, 0.65), noise: chance.between(3, 7), blur: chance.between(0.7, 1.3) },
  ];
  return kinds[seed % kinds.length] ?? {};
}

function readByTool(path: string, folder: string): string {
  const words = ["stdout", "-l", "vie", "--tessdata-dir", folder, "--oem", "1"];
  try {
    return execFileSync("tesseract", [path, ...words], {
      encoding: "utf8",
      timeout: patience,
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch {
    return "";
  }
}
