import { isCorrected } from "#shared/archive/correction.ts";
import type { DocumentAbout } from "#shared/archive/document-about.ts";
import type { Item } from "#shared/archive/item.ts";
import type { Page } from "#shared/archive/page.ts";
import { readClock } from "#shared/base/clock.ts";
import { type Digest, isDigest } from "#shared/base/digest.ts";
import { jobId } from "#shared/pipeline/job.ts";
import { inOrder, pagesChanged } from "#shared/pipeline/plan.ts";
import type { KnownAround } from "./known-around.ts";
import type { Extraction, PageTask, PdfaPage, WorkerPool } from "./worker/tasks.ts";

/** The tasks the queue asks for. */
export type StepPool = Pick<WorkerPool, "importPage" | "quality" | "ocr" | "extract" | "pdfa">;

/** What a step found: fields for the page's record, what later steps use, and whether a mark of secrecy was met. */
export type PageFinding = { changes: Partial<Page>; output: string; secret?: boolean };

/** Answers the output of a finished job: the work object of a page's import, where this desk made it. */
export type OutputOf = (id: string) => string;

/** Does one step on a page. Rejects as the pool does. */
export async function performOnPage(
  step: "import" | "quality" | "ocr",
  page: Page,
  pool: StepPool,
  outputOf: OutputOf,
): Promise<PageFinding> {
  const task = pageTask(page);
  const work = workOf(page, outputOf);
  switch (step) {
    case "import": {
      const { workDigest, dpi, ...found } = await pool.importPage(task);
      return { changes: { ...found, dpi: Math.round(dpi) }, output: workDigest };
    }
    case "quality": {
      return { changes: await pool.quality({ ...task, ...work }), output: "" };
    }
    case "ocr": {
      const { wordsDigest, wordCount, confidence, printedNumber, secrecy } = await pool.ocr({
        ...task,
        ...work,
        dpi: page.dpi,
        ink: page.ink,
      });
      const secret = secrecy !== "" && page.notSecret === "";
      return { changes: { wordsDigest, wordCount, confidence, printedNumber }, output: "", secret };
    }
  }
}

/**
 * Makes the item's PDF/A of its pages. All that goes in comes from the records, so that making it again from equal
 * records gives the same bytes.
 */
export async function performOnItem(
  item: Item,
  pages: readonly Page[],
  about: DocumentAbout,
  pool: StepPool,
  outputOf: OutputOf,
): Promise<Partial<Item>> {
  const standing = inOrder(pages);
  const { digest, size, kind, reportDigest } = await pool.pdfa({
    pages: standing.map((page) => pdfaPage(page, outputOf)),
    about,
    createdAt: capturedAt(standing),
  });
  const made = { renditionDigest: digest, renditionSize: size, renditionKind: kind, reportDigest };
  if (item.renditionDigest === "" || item.renditionDigest === digest) return made;
  // Where the record alone was edited, the pages that a person checked are in it as they were.
  return { ...made, ...(pagesChanged(item, pages) ? unchecked : {}), ...unreceived };
}

/** Finds the fields of an item on its first and last page. */
export async function performReading(
  pages: readonly Page[],
  known: KnownAround,
  pool: StepPool,
  outputOf: OutputOf,
): Promise<Extraction & { secret: boolean; firstId: string }> {
  const [first] = inOrder(pages);
  const last = inOrder(pages).at(-1);
  if (!first || !last) throw new Error("the item has no pages");
  const asked = (page: Page) => ({
    ...pdfaPage(page, outputOf),
    pageId: page.id,
    wordsDigest: page.wordsDigest,
  });
  const found = await pool.extract({ first: asked(first), last: asked(last), ...known });
  const secret = found.reading.fields.secrecy !== undefined && first.notSecret === "";
  return { ...found, secret, firstId: first.id };
}

/** Another rendition was neither checked by a person, where it shows other pages, nor received by the province. */
const unchecked = { checkedAt: "", checkedBy: "" } as const;
const unreceived = { receiptDigest: "", receiptAt: "" } as const;

function pdfaPage(page: Page, outputOf: OutputOf): PdfaPage {
  return {
    ...pageTask(page),
    ...workOf(page, outputOf),
    width: page.width,
    height: page.height,
    dpi: page.dpi,
    ...(isDigest(page.wordsDigest) && { wordsDigest: page.wordsDigest }),
  };
}

/** A page as the pool is asked for it. */
export function pageTask(page: Page): PageTask {
  const { mediaType, masterPage, correction } = page;
  const task = { digest: digestIn(page.masterDigest), mediaType, page: masterPage };
  return isCorrected(correction) ? { ...task, correction } : task;
}

function workOf(page: Page, outputOf: OutputOf): { workDigest?: Digest } {
  const workDigest = outputOf(jobId("import", page.id));
  return isDigest(workDigest) ? { workDigest } : {};
}

/** When the last of the pages came in (ISO 8601). */
function capturedAt(pages: readonly Page[]): string {
  const times = pages.map(({ clocks }) => readClock(clocks["masterDigest"] ?? clocks["*"] ?? "")?.ms ?? 0);
  return new Date(Math.max(0, ...times)).toISOString();
}

function digestIn(text: string): Digest {
  if (!isDigest(text)) throw new Error("the page has no master");
  return text;
}
