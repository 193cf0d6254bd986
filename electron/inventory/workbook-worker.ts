import { parentPort } from "node:worker_threads";
import { DeskFault, type Fault } from "#shared/contract/fault.ts";
import { readLines, type ReadingChoices, type SheetLines } from "#shared/inventory/read-lines.ts";
import type { SchemeLine } from "#shared/inventory/scheme-lines.ts";
import type { SheetSource } from "#shared/inventory/sheet-row.ts";
import { detectWorkbook } from "./detect-workbook.ts";
import { packLines } from "./pack-lines.ts";
import { markProblems, type Marking } from "./mark-problems.ts";
import { readCsv } from "./read-csv.ts";
import { readOldWorkbook } from "./read-old-workbook.ts";
import { readScheme } from "./read-scheme.ts";
import { readWorkbook } from "./read-workbook.ts";
import type { WorkbookLimits } from "./workbook-limits.ts";

/*
 * Runs in a thread of its own, with bounded memory: reads one workbook and hands over its lines, a slice each time
 * the desk asks for the next one, so that a long workbook never piles up between the two.
 */

export type WorkbookOrder = { path: string; name: string; limits: WorkbookLimits } & (
  | { work: "read"; choices: ReadingChoices; sliceSize: number }
  | { work: "mark"; marking: Marking }
  | { work: "scheme"; most: number }
);

/** Answer to one "next": lines, packed; a workbook that was made, a scheme, the end, or why there is none. */
export type WorkbookSlice =
  | { slice: string }
  | { made: Uint8Array<ArrayBuffer> }
  | { scheme: SchemeLine[] }
  | { end: true }
  | { fault: Fault };

async function* perform(order: WorkbookOrder): AsyncGenerator<WorkbookSlice, void> {
  const { path, name, limits } = order;
  const kind = await detectWorkbook(path, name);
  const sources = sourcesOf(kind, path, limits);
  if (order.work === "mark") {
    yield { made: await markProblems(sources, order.marking) };
    return;
  }
  if (order.work === "scheme") {
    yield { scheme: await readScheme(sources, order.most) };
    return;
  }
  for await (const source of sources) {
    for await (const slice of readSheet(source, order.choices, order.sliceSize))
      yield { slice: packLines(slice) };
  }
}

function sourcesOf(
  kind: "xlsx" | "xls" | "csv",
  path: string,
  limits: WorkbookLimits,
): AsyncIterable<SheetSource> | SheetSource[] {
  if (kind === "csv") return [readCsv(path, limits)];
  return kind === "xls" ? readOldWorkbook(path, limits) : readWorkbook(path, limits);
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

/** One answer to an order; it never rejects. */
async function answerNext(answers: AsyncGenerator<WorkbookSlice, void>): Promise<WorkbookSlice> {
  try {
    const next: IteratorResult<WorkbookSlice, void> = await answers.next();
    return next.done ? { end: true } : next.value;
  } catch (error) {
    return { fault: faultOf(error) };
  }
}

const port = parentPort;
if (port) {
  let answers: AsyncGenerator<WorkbookSlice, void> | undefined;
  let ready: Promise<WorkbookSlice> = Promise.resolve({ end: true });
  // The desk that starts this thread is the only one that hands it data: an order, then "next" for each answer to it.
  port.on("message", (message: WorkbookOrder | "next") => {
    if (message !== "next") {
      answers = perform(message);
      ready = answerNext(answers);
      return;
    }
    void ready.then((answer) => {
      port.postMessage(answer);
      // One slice ahead: it is read while the desk takes this one in.
      if (answers && "slice" in answer) ready = answerNext(answers);
    });
  });
}

function faultOf(error: unknown): Fault {
  if (error instanceof DeskFault) return error.toFault();
  const detail = error instanceof Error ? error.message : "not known";
  return new DeskFault("workbook-unreadable", { detail }).toFault();
}
