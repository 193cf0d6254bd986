import { createReadStream } from "node:fs";
import { DeskFault } from "#shared/contract/fault.ts";
import type { SheetRow, SheetSource } from "#shared/inventory/sheet-row.ts";
import { countUpTo, type WorkbookLimits } from "./workbook-limits.ts";

/** A table of texts in UTF-8 as a sheet with no name; cells apart by `;`, tab or `,`, as its first line shows. */
export function readCsv(path: string, limits: WorkbookLimits): SheetSource {
  return { name: "", from1904: false, rows: rowsOf(path, limits) };
}

async function* rowsOf(path: string, limits: WorkbookLimits): AsyncGenerator<SheetRow[]> {
  const countRows = countUpTo(limits.rows, "rows");
  const countBytes = countUpTo(limits.unpackedBytes, "bytes");
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let split: ((text: string, last: boolean) => SheetRow[]) | undefined;
  let rest = "";
  for await (const chunk of createReadStream(path)) {
    if (!(chunk instanceof Uint8Array)) continue;
    countBytes(chunk.length);
    let text: string;
    try {
      text = decoder.decode(chunk, { stream: true });
    } catch (cause) {
      throw new DeskFault("workbook-unreadable", { detail: "not UTF-8", cause });
    }
    if (!split) {
      rest += text;
      if (!rest.includes("\n") && rest.length < 65536) continue;
      split = splitter(separatorOf(rest), limits);
      [text, rest] = [rest, ""];
    }
    const rows = split(text, false);
    countRows(rows.length);
    yield rows;
  }
  split ??= splitter(separatorOf(rest), limits);
  yield split(rest, true);
}

function separatorOf(text: string): string {
  const [line = ""] = text.split("\n", 1);
  const count = (mark: string) => line.split(mark).length;
  return [";", "\t", ","].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** Splits text that comes in pieces into rows: quotes may hold separators, line breaks, and quotes doubled. */
function splitter(separator: string, limits: WorkbookLimits) {
  let row = 1;
  let cells: string[] = [];
  let cell = "";
  let quoted = false;
  let closed = false;
  return (text: string, last: boolean): SheetRow[] => {
    const rows: SheetRow[] = [];
    const endCell = () => {
      if (cells.length < limits.columns) cells.push(cell.slice(0, limits.cellLength));
      cell = "";
      closed = false;
    };
    const endRow = () => {
      endCell();
      if (cells.some((found) => found.trim() !== "")) rows.push({ row, cells });
      cells = [];
      row += 1;
    };
    for (const mark of text) {
      if (quoted) {
        if (mark === '"') [quoted, closed] = [false, true];
        else cell += mark;
      } else if (mark === '"' && closed) {
        cell += mark;
        [quoted, closed] = [true, false];
      } else if (mark === '"' && cell === "") quoted = true;
      else if (mark === separator) endCell();
      else if (mark === "\n") endRow();
      else if (mark !== "\r" && mark !== "\ufeff") cell += mark;
      if (cell.length > limits.cellLength * 4)
        throw new DeskFault("workbook-unreadable", { detail: "a quote does not end" });
    }
    if (last && (cell !== "" || cells.length > 0)) endRow();
    return rows;
  };
}
