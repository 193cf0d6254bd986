import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { DeskFault } from "#shared/contract/fault.ts";
import type { SheetLines } from "#shared/inventory/read-lines.ts";
import type { WorkbookOrder, WorkbookSlice } from "./workbook-worker.ts";
import { workbookLimits, type WorkbookLimits } from "./workbook-limits.ts";

/**
 * A workbook's lines in slices, read in a thread of its own whose memory is bounded: a hostile file ends the thread,
 * never the desk. Throws `DeskFault`: `workbook-unreadable`, `-encrypted`, `-empty`, `-too-large`.
 */
export async function* readInThread(
  path: string,
  name: string,
  limits: WorkbookLimits = workbookLimits,
): AsyncGenerator<SheetLines> {
  const order: WorkbookOrder = { path, name, limits, sliceSize: 250 };
  const worker = new Worker(workerFile(), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: limits.threadMemory, maxYoungGenerationSizeMb: 32 },
  });
  try {
    for (;;) {
      const answer = await next(worker);
      if ("fault" in answer) throw new DeskFault(answer.fault.code, { detail: answer.fault.detail });
      if ("end" in answer) return;
      yield answer.slice;
    }
  } finally {
    await worker.terminate();
  }
}

/** The worker beside this file: its source, or its bundle. */
function workerFile(): URL {
  const here = import.meta.url;
  return new URL(`./workbook-worker${extname(fileURLToPath(here))}`, here);
}

function next(worker: Worker): Promise<WorkbookSlice> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      act();
    };
    const onMessage = (answer: WorkbookSlice) => settle(() => resolve(answer));
    const onError = (error: Error) => settle(() => reject(faultOf(error)));
    const onExit = () =>
      settle(() => reject(new DeskFault("workbook-unreadable", { detail: "the reader stopped" })));
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    worker.postMessage("next");
  });
}

function faultOf(error: Error): DeskFault {
  const outOfMemory = "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
  return new DeskFault(outOfMemory ? "workbook-too-large" : "internal", {
    detail: error.message,
    cause: error,
  });
}
