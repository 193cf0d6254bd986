import { parentPort, workerData } from "node:worker_threads";
import { DeskFault, type Fault } from "#shared/contract/fault.ts";
import { readLines, type ReadingChoices, type SheetLines } from "#shared/inventory/read-lines.ts";
import type { SheetSource } from "#shared/inventory/sheet-row.ts";
import { detectWorkbook } from "./detect-workbook.ts";
import { markProblems, type Marking } from "./mark-problems.ts";
import { readCsv } from "./read-csv.ts";
import { readWorkbook } from "./read-workbook.ts";
import type { WorkbookLimits } from "./workbook-limits.ts";

/*
 * Runs in a thread of its own, with bounded memory: reads one workbook and hands over its lines, a slice each time
 * the desk asks for the next one, so that a long workbook never piles up between the two.
 */

export type WorkbookOrder = { path: string; name: string; limits: WorkbookLimits } & (
  { work: "read"; choices: ReadingChoices; sliceSize: number } | { work: "mark"; marking: Marking }
);

/** Answer to one "next": a slice, a workbook that was made, the end, or why there is none. */
export type WorkbookSlice =
  { slice: SheetLines } | { made: Uint8Array<ArrayBuffer> } | { end: true } | { fault: Fault };

async function* perform(order: WorkbookOrder): AsyncGenerator<WorkbookSlice> {
  const { path, name, limits } = order;
  const kind = await detectWorkbook(path, name);
  const sources: AsyncIterable<SheetSource> | SheetSource[] =
    kind === "csv" ? [readCsv(path, limits)] : readWorkbook(path, limits);
  if (order.work === "mark") {
    yield { made: await markProblems(sources, order.marking) };
    return;
  }
  for await (const source of sources) {
    for await (const slice of readSheet(source, order.choices, order.sliceSize)) yield { slice };
  }
}

async function* readSheet(
  source: SheetSource,
  choices: ReadingChoices,
  sliceSize: number,
): AsyncGenerator<SheetLines> {
  let held: SheetLines | undefined;
  for await (const read of readLines(source, choices)) {
    held = { ...read, lines: held ? held.lines.concat(read.lines) : read.lines };
    while (held.lines.length > sliceSize) {
      yield { ...read, lines: held.lines.slice(0, sliceSize) };
      held = { ...read, lines: held.lines.slice(sliceSize) };
    }
  }
  if (held) yield held;
}

const port = parentPort;
if (port) {
  // The desk that starts this thread is the only one that hands it data.
  const slices = perform(workerData as WorkbookOrder);
  port.on("message", () => {
    slices.next().then(
      ({ done, value }) => port.postMessage((done ? { end: true } : value) satisfies WorkbookSlice),
      (error: unknown) => port.postMessage({ fault: faultOf(error) } satisfies WorkbookSlice),
    );
  });
}

function faultOf(error: unknown): Fault {
  if (error instanceof DeskFault) return error.toFault();
  const detail = error instanceof Error ? error.message : "not known";
  return new DeskFault("workbook-unreadable", { detail }).toFault();
}
