import { parentPort, workerData } from "node:worker_threads";
import { DeskFault, type Fault } from "#shared/contract/fault.ts";
import { readLines, type SheetLines } from "#shared/inventory/read-lines.ts";
import type { SheetSource } from "#shared/inventory/sheet-row.ts";
import { detectWorkbook } from "./detect-workbook.ts";
import { readCsv } from "./read-csv.ts";
import { readWorkbook } from "./read-workbook.ts";
import type { WorkbookLimits } from "./workbook-limits.ts";

/*
 * Runs in a thread of its own, with bounded memory: reads one workbook and hands over its lines, a slice each time
 * the desk asks for the next one, so that a long workbook never piles up between the two.
 */

export type WorkbookOrder = { path: string; name: string; limits: WorkbookLimits; sliceSize: number };

/** Answer to one "next": a slice, the end, or why there is none. */
export type WorkbookSlice = { slice: SheetLines } | { end: true } | { fault: Fault };

async function* read({ path, name, limits, sliceSize }: WorkbookOrder): AsyncGenerator<SheetLines> {
  const kind = await detectWorkbook(path, name);
  const sources: AsyncIterable<SheetSource> | SheetSource[] =
    kind === "csv" ? [readCsv(path, limits)] : readWorkbook(path, limits);
  for await (const source of sources) {
    let held: SheetLines | undefined;
    for await (const { summary, lines } of readLines(source)) {
      held = { summary, lines: held ? held.lines.concat(lines) : lines };
      while (held.lines.length > sliceSize) {
        yield { summary, lines: held.lines.slice(0, sliceSize) };
        held = { summary, lines: held.lines.slice(sliceSize) };
      }
    }
    if (held) yield held;
  }
}

const port = parentPort;
if (port) {
  // The desk that starts this thread is the only one that hands it data.
  const slices = read(workerData as WorkbookOrder);
  port.on("message", () => {
    slices.next().then(
      ({ done, value }) =>
        port.postMessage((done ? { end: true } : { slice: value }) satisfies WorkbookSlice),
      (error: unknown) => port.postMessage({ fault: faultOf(error) } satisfies WorkbookSlice),
    );
  });
}

function faultOf(error: unknown): Fault {
  if (error instanceof DeskFault) return error.toFault();
  const detail = error instanceof Error ? error.message : "not known";
  return new DeskFault("workbook-unreadable", { detail }).toFault();
}
