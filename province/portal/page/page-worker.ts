import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { GlobalFonts } from "@napi-rs/canvas";
import { openPdfjs } from "#shared/node/open-pdfjs.ts";
import { maskIdentityNumbers } from "#shared/portal/identity-numbers.ts";
import { drawLevels, drawMark } from "./draw-levels.ts";
import { drawPage } from "./draw-page.ts";
import { isLargePage } from "./large-page.ts";
import type { PageAnswer, PageSetting, PageTask } from "./messages.ts";
import { type OpenedPage, readPageText, wordZones } from "./page-text.ts";

const { resources } = workerData as PageSetting;
GlobalFonts.registerFromPath(join(resources, "fonts", "LiberationSerif-Regular.ttf"), "Liberation Serif");

async function perform(task: PageTask): Promise<PageAnswer> {
  if (task.kind === "mark") return { kind: "mark", mark: drawMark(task.words) };
  const { document, close } = await openPdfjs(task.bytes);
  try {
    if (task.page >= document.numPages)
      return { kind: "failed", code: "no-such-page", detail: `${document.numPages} pages` };
    const page = await document.getPage(task.page + 1);
    if (task.kind === "levels") return await levelsOf(page, task.masked);
    if (task.kind === "draw") return { kind: "drawn", drawn: await drawPage(page, task) };
    return { kind: "read", read: await readOf(page, task, document.numPages) };
  } finally {
    await close();
  }
}

async function levelsOf(page: OpenedPage, masked: boolean): Promise<PageAnswer> {
  if (!isLargePage(page.getViewport({ scale: 1 })))
    return { kind: "failed", code: "not-large", detail: "the page is shown whole" };
  return { kind: "levels", levels: await drawLevels(page, masked) };
}

async function readOf(page: OpenedPage, task: Extract<PageTask, { kind: "read" }>, pages: number) {
  const found = await readPageText(page);
  const { width, height } = page.getViewport({ scale: 1 });
  // What is covered is not to be guessed digit by digit either: words are sought in what may be read.
  const text = task.masked ? maskIdentityNumbers(found.text) : found.text;
  return {
    text,
    hits: wordZones({ ...found, text }, task.words),
    ...{ width, height, pages },
  };
}

parentPort?.on("message", (task: PageTask) => {
  perform(task)
    .catch((error: unknown): PageAnswer => {
      const detail = error instanceof Error ? error.message : String(error);
      return { kind: "failed", code: "unreadable", detail };
    })
    .then((answer) => parentPort?.postMessage(answer))
    .catch(() => process.exit(1));
});
