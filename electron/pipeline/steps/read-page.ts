import type { PageWords } from "#shared/archive/page.ts";
import { findPrintedNumber } from "#shared/capture/printed-number.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import type { OcrTask, PageReading } from "#electron/pipeline/worker/tasks.ts";
import { openPdf } from "#electron/pipeline/media/open-pdf.ts";
import { hasOwnText } from "#electron/pipeline/media/pdf-kind.ts";
import { readPdfText } from "#electron/pipeline/media/pdf-text.ts";
import { readObject } from "#electron/pipeline/media/read-object.ts";
import { collectWords } from "./collect-words.ts";
import { type Grey, halve } from "./grey.ts";
import { findInk, judgeBlank, shareOfInk } from "./ink.ts";
import { asGreyMap, prepareReading, readingWidth } from "./prepare-reading.ts";
import { openPageGrey } from "./page-grey.ts";
import { findSecrecy } from "./read-ink.ts";
import type { RecentPages } from "./recent-pages.ts";
import type { Layout, TextReader } from "./text-reader.ts";

/** What is tried in turn until a page with ink gives words. */
const attempts: readonly { layout: Layout; rounds: number }[] = [
  { layout: "page", rounds: 1 },
  { layout: "block", rounds: 1 },
  { layout: "scattered", rounds: 2 },
];

/** No dust or noise comes to so much ink on a page, in parts per 100,000: it need not be looked for again. */
const surelyInk = 1500;

/** Reads a page's words and stores them; a blank page has none, and is not looked at twice. */
export async function readPage(
  objects: ObjectStore,
  reader: TextReader,
  task: OcrTask,
  recent?: RecentPages,
): Promise<PageReading> {
  const page = await openPageGrey(objects, task, recent);
  const { width, height } = page;
  const own = await readOwnText(objects, task, width);
  let found: PageWords = own ?? { text: "", words: [] };
  for (const { layout, rounds } of own ? [] : attempts) {
    const { grey, scale } = await prepareReading(page, task.dpi, rounds);
    if ((task.ink ?? 0) < surelyInk && isBlank(grey)) break;
    const { blocks } = await reader.read(asGreyMap(grey), layout);
    found = collectWords(blocks, { scale, width, height });
    if (found.words.length > 0) break;
  }
  const { words, text } = found;
  const secrecy = await findSecrecy(reader, { width, height, words, redAbove: page.redAbove }, () =>
    page.above(readingWidth(width, task.dpi)),
  );
  const total = words.reduce((sum, word) => sum + word.confidence, 0);
  const stored = await objects.put(Buffer.from(JSON.stringify(found)));
  await recent?.forget(task);
  return {
    wordsDigest: stored.digest,
    wordCount: words.length,
    confidence: words.length > 0 ? Math.round((total / words.length) * 10) / 10 : 0,
    text,
    printedNumber: findPrintedNumber(words, page),
    secrecy,
  };
}

/** Whether nothing is left on a page to read once single dots are gone. */
function isBlank(grey: Grey): boolean {
  // The bounds of blankness belong to pages about 820 pixels wide.
  const small = halve(grey);
  return judgeBlank(shareOfInk(findInk(small), small.width, small.height)) === "yes";
}

/** The words that a typed page of a PDF says itself; nothing where it must be read from its image. */
async function readOwnText(
  objects: ObjectStore,
  task: OcrTask,
  width: number,
): Promise<PageWords | undefined> {
  if (task.mediaType !== "application/pdf" || task.correction) return undefined;
  const master = await readObject(objects, task.digest);
  const document = await openPdf(master);
  if (task.page >= document.getPageCount() || !hasOwnText(document.getPage(task.page))) return undefined;
  const words = await readPdfText(master, task.page, width);
  return words && words.words.length > 0 ? words : undefined;
}
