import type { Worker } from "node:worker_threads";
import { DeskFault } from "#shared/contract/fault.ts";
import { noChoices, type ReadingChoices, type SheetLines } from "#shared/inventory/read-lines.ts";
import type { SchemeLine } from "#shared/inventory/scheme-lines.ts";
import type { Marking } from "./mark-problems.ts";
import { unpackLines } from "./pack-lines.ts";
import { restThread, takeThread } from "./reading-thread.ts";
import type { WorkbookOrder, WorkbookSlice } from "./workbook-worker.ts";
import { workbookLimits, type WorkbookLimits } from "./workbook-limits.ts";

/**
 * A workbook's lines in slices, read in a thread of its own whose memory is bounded: a hostile file ends the thread,
 * never the desk. Throws `DeskFault`: `workbook-unreadable`, `-encrypted`, `-empty`, `-too-large`.
 */
export async function* readInThread(
  path: string,
  name: string,
  choices: ReadingChoices = noChoices,
  limits: WorkbookLimits = workbookLimits,
): AsyncGenerator<SheetLines> {
  const answers = inThread({ path, name, limits, work: "read", choices, sliceSize: 1000 });
  for await (const answer of answers) if ("slice" in answer) yield unpackLines(answer.slice);
}

/** The bytes of a workbook that shows the rows of another with their problems; made in such a thread too. */
export async function markInThread(
  path: string,
  name: string,
  marking: Marking,
  limits: WorkbookLimits = workbookLimits,
): Promise<Uint8Array<ArrayBuffer>> {
  for await (const answer of inThread({ path, name, limits, work: "mark", marking })) {
    if ("made" in answer) return answer.made;
  }
  throw new DeskFault("workbook-unreadable", { detail: "the reader stopped" });
}

/** The groups that a workbook lists, read in such a thread; more than `most` are too large. */
export async function schemeInThread(
  path: string,
  name: string,
  most: number,
  limits: WorkbookLimits = workbookLimits,
): Promise<SchemeLine[]> {
  for await (const answer of inThread({ path, name, limits, work: "scheme", most })) {
    if ("scheme" in answer) return answer.scheme;
  }
  throw new DeskFault("workbook-unreadable", { detail: "the reader stopped" });
}

async function* inThread(order: WorkbookOrder): AsyncGenerator<WorkbookSlice> {
  const memory = order.limits.threadMemory;
  const worker = takeThread(memory);
  let whole = false;
  try {
    worker.postMessage(order);
    for (;;) {
      const answer = await next(worker);
      if ("fault" in answer) throw new DeskFault(answer.fault.code, { detail: answer.fault.detail });
      whole = "end" in answer;
      if (whole) return;
      yield answer;
    }
  } finally {
    if (whole) restThread(worker, memory);
    else await worker.terminate();
  }
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
