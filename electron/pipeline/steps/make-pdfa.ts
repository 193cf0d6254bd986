import { readFile } from "node:fs/promises";
import { Check } from "typebox/value";
import { pageWordsSchema, type PageWords } from "#shared/archive/page.ts";
import type { ObjectStore, StoredBytes } from "#shared/node/object-store.ts";
import { readObject } from "#electron/pipeline/media/read-object.ts";
import { readWorkImage } from "#electron/pipeline/media/work-image.ts";
import {
  TaskFailure,
  type PdfaPage,
  type PdfaTask,
  type Rendition,
} from "#electron/pipeline/worker/tasks.ts";
import { checkPdfa } from "./pdfa-gate.ts";
import { layWords } from "./text-layer.ts";
import { writePdfa, type LayerFont, type WrittenPage } from "./write-pdfa.ts";

/** The resolution taken for pages that do not say theirs. */
const assumedDpi = 200;

/**
 * Makes an item's two-layer PDF/A of its pages and stores it. Every file is looked over when it is finished; one that
 * does not pass, or whose text cannot be set, is made again of the pictures alone, and says so.
 */
export async function makePdfa(objects: ObjectStore, font: LayerFont, task: PdfaTask): Promise<Rendition> {
  if (task.pages.length === 0) throw new TaskFailure("step-failed", "no pages");
  const createdAt = new Date(task.createdAt);
  if (Number.isNaN(createdAt.getTime())) throw new TaskFailure("step-failed", "no time of making");
  const write = (hasText: boolean) =>
    objects.put(
      writePdfa(pagesOf(objects, font, task.pages, hasText), font, {
        code: task.code,
        title: task.title,
        createdAt,
      }),
    );
  const dpiAssumed = task.pages.filter((page) => page.dpi <= 0).length;
  const whole = await write(true).catch(unlessFailure);
  if (whole && (await problemsOf(objects, whole)).length === 0) {
    return { ...whole, gate: "passed", dpiAssumed };
  }
  const pictures = await write(false);
  const problems = await problemsOf(objects, pictures);
  if (problems.length > 0) throw new TaskFailure("step-failed", `not a PDF/A: ${problems.join(", ")}`);
  return { ...pictures, gate: "image-only", dpiAssumed };
}

/** Text that cannot be set must not hold up the pictures; what a task says of itself stands. */
function unlessFailure(error: unknown): undefined {
  if (error instanceof TaskFailure) throw error;
}

async function problemsOf(objects: ObjectStore, stored: StoredBytes) {
  return checkPdfa(await readFile(objects.path(stored.digest)));
}

async function* pagesOf(
  objects: ObjectStore,
  font: LayerFont,
  pages: readonly PdfaPage[],
  hasText: boolean,
): AsyncGenerator<WrittenPage> {
  for (const page of pages) {
    const dpi = page.dpi > 0 ? page.dpi : assumedDpi;
    const words = hasText && page.wordsDigest ? await readWords(objects, page.wordsDigest) : [];
    yield {
      image: await readWorkImage(objects, page),
      width: (page.width * 72) / dpi,
      height: (page.height * 72) / dpi,
      words: layWords(words, font.covered, dpi),
    };
  }
}

async function readWords(objects: ObjectStore, digest: string): Promise<PageWords["words"]> {
  const words: unknown = JSON.parse((await readObject(objects, digest)).toString("utf8"));
  if (!Check(pageWordsSchema, words)) throw new TaskFailure("step-failed", "words cannot be read");
  return words.words;
}
