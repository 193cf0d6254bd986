import { Check } from "typebox/value";
import { pageWordsSchema, type PageWords } from "#shared/archive/page.ts";
import { hasPassed, type RenditionKind, type RenditionReport } from "#shared/archive/rendition-report.ts";
import type { ObjectStore, StoredBytes } from "#shared/node/object-store.ts";
import { readObject } from "#electron/pipeline/media/read-object.ts";
import { readWorkImage } from "#electron/pipeline/media/work-image.ts";
import { withFile } from "#electron/pipeline/rendition/byte-source.ts";
import { lookOver } from "#electron/pipeline/rendition/gate.ts";
import type { OtherCheckers } from "#electron/pipeline/rendition/other-checkers.ts";
import { writeReport } from "#electron/pipeline/rendition/report.ts";
import {
  TaskFailure,
  type PdfaPage,
  type PdfaTask,
  type Rendition,
} from "#electron/pipeline/worker/tasks.ts";
import { findUntouched } from "./find-untouched.ts";
import { layWords } from "./text-layer.ts";
import { writePdfa, type LayerFont, type WrittenPage } from "./write-pdfa.ts";

/** The resolution taken for pages that do not say theirs. */
const assumedDpi = 200;

export type PdfaTools = { font: LayerFont; checkers: OtherCheckers };

/** A finished file and what was found in it. */
type Looked = StoredBytes & { kind: RenditionKind; report: RenditionReport };

/**
 * Makes an item's two-layer PDF/A of its pages and stores it with the report on it. Every file is looked over when it
 * is finished; one that does not pass, or whose text cannot be set, is made again of the pictures alone, and says so.
 * A signed or typed PDF is its own rendition, whatever the report says of it.
 */
export async function makePdfa(objects: ObjectStore, tools: PdfaTools, task: PdfaTask): Promise<Rendition> {
  if (task.pages.length === 0) throw new TaskFailure("step-failed", "no pages");
  const createdAt = new Date(task.createdAt);
  if (Number.isNaN(createdAt.getTime())) throw new TaskFailure("step-failed", "no time of making");
  const look = async (stored: StoredBytes, kind: RenditionKind): Promise<Looked> => {
    const [own, others] = await objects.opened(stored.digest, (path) =>
      Promise.all([withFile(path, lookOver), tools.checkers(path)]),
    );
    return { ...stored, kind, report: writeReport(stored.digest, kind, own, others) };
  };
  const write = async (kind: "two-layer" | "image-only") => {
    const pages = pagesOf(objects, tools.font, task.pages, kind === "two-layer");
    return look(await objects.put(writePdfa(pages, tools.font, { about: task.about, createdAt })), kind);
  };
  const untouched = await findUntouched(objects, task.pages);
  const made = untouched ? await look(untouched, "untouched") : await choose(write);
  const { digest, size, kind, report } = made;
  const stored = await objects.put(Buffer.from(JSON.stringify(report)));
  const dpiAssumed = kind === "untouched" ? 0 : task.pages.filter((page) => page.dpi <= 0).length;
  return { digest, size, kind, reportDigest: stored.digest, dpiAssumed };
}

/** The two-layer file, where all who looked are content with it or are no more so with the pictures alone. */
async function choose(write: (kind: "two-layer" | "image-only") => Promise<Looked>): Promise<Looked> {
  const whole = await write("two-layer").catch(unlessFailure);
  if (whole && hasPassed(whole.report)) return whole;
  const pictures = await write("image-only");
  if (hasPassed(pictures.report)) return pictures;
  const kept = [whole, pictures].find((file) => file?.report.checks.every(({ passed }) => passed));
  if (kept) return kept;
  const failed = pictures.report.checks.filter(({ passed }) => !passed);
  throw new TaskFailure("step-failed", `not a PDF/A: ${failed.map(({ check }) => check).join(", ")}`);
}

/** Text that cannot be set must not hold up the pictures; what a task or a disk says of itself stands. */
function unlessFailure(error: unknown): undefined {
  if (error instanceof TaskFailure) throw error;
  if (error instanceof Error && "syscall" in error) throw error;
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
