import { setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import sharp from "sharp";
import { openObjectStore, type ObjectStore, type Sealing } from "#shared/node/object-store.ts";
import { SealedObjectFault } from "#shared/node/sealed-object.ts";
import { openOtherCheckers } from "#electron/pipeline/rendition/other-checkers.ts";
import { importPage } from "#electron/pipeline/steps/import-page.ts";
import { makePdfa, type PdfaTools } from "#electron/pipeline/steps/make-pdfa.ts";
import { measureQuality } from "#electron/pipeline/steps/measure-quality.ts";
import { readingDpi } from "#electron/pipeline/steps/prepare-reading.ts";
import { openRecentPages, recentFolder } from "#electron/pipeline/steps/recent-pages.ts";
import { readMarks } from "#electron/pipeline/steps/read-marks.ts";
import { readFields } from "#electron/pipeline/steps/read-fields.ts";
import { readPage } from "#electron/pipeline/steps/read-page.ts";
import { openTextReader, type TextReader } from "#electron/pipeline/steps/text-reader.ts";
import { inspectAndSeek } from "#electron/pipeline/steps/seek-marks.ts";
import { loadLayerFont } from "#electron/pipeline/steps/write-pdfa.ts";
import type { AnswerMessage, TaskMessage, WorkerSetting } from "./messages.ts";
import { TaskFailure, type Tasks } from "./tasks.ts";

// One thread each: there are as many workers as the machine can bear.
sharp.concurrency(1);
sharp.cache(false);

const setting = workerData as WorkerSetting;
let sealing: Sealing = { wanted: false, key: undefined };
const recent = openRecentPages(recentFolder(setting.objectsFolder), () => sealing.key);
const reader: TextReader = openTextReader(setting.resources, readingDpi);
let store: Promise<ObjectStore> | undefined;
let tools: Promise<PdfaTools> | undefined;

function openStore(): Promise<ObjectStore> {
  return openObjectStore(setting.objectsFolder, { sweep: false, sealing: () => sealing });
}

async function perform(message: TaskMessage): Promise<Tasks[TaskMessage["name"]]["output"]> {
  if (message.sealing) ({ sealing } = message);
  const objects = await (store ??= openStore());
  switch (message.name) {
    case "inspect":
      return inspectAndSeek(objects, message.input, recent);
    case "marks":
      return readMarks(objects, message.input);
    case "importPage":
      return importPage(objects, message.input, recent);
    case "quality":
      return measureQuality(objects, message.input, recent);
    case "ocr":
      return readPage(objects, reader, message.input, recent);
    case "extract":
      return readFields(objects, reader, message.input);
    case "pdfa":
      return makePdfa(objects, await (tools ??= openTools()), message.input);
  }
}

/** Low enough that a screen stays quick, and not so low that a busy machine starves the work. */
const gentle = 5;

/** The work on pages gives way to people. On Linux a thread has a priority of its own; elsewhere the process has it. */
function lowerPriority(): void {
  if (process.platform !== "linux") return;
  try {
    setPriority(gentle);
  } catch {
    // Not allowed here: the work is done all the same.
  }
}

async function openTools(): Promise<PdfaTools> {
  const [font, checkers] = await Promise.all([loadLayerFont(setting.resources), openOtherCheckers()]);
  return { font, checkers };
}

function failureOf(error: unknown): AnswerMessage {
  if (error instanceof TaskFailure) {
    return { ok: false, code: error.code, detail: error.message, lasting: error.lasting };
  }
  if (error instanceof SealedObjectFault && error.kind === "locked") {
    return { ok: false, code: "step-failed", detail: error.message, lasting: false };
  }
  const detail = error instanceof Error ? error.message : String(error);
  // A full or failing disk: the same task may succeed when there is room again.
  const isDisk = error instanceof Error && "syscall" in error && "code" in error;
  const errno = isDisk ? { errno: String(error.code) } : {};
  return { ok: false, code: "step-failed", detail, lasting: !isDisk, ...errno };
}

lowerPriority();
parentPort?.on("message", (message: TaskMessage) => {
  void perform(message)
    .then((output): AnswerMessage => ({ ok: true, output }), failureOf)
    .then((answer) => parentPort?.postMessage(answer));
});
