import type { ClipboardEvent } from "react";
import type { GridProps, GridRange } from "./grid-types.ts";
import { extentOf, isWide } from "./range.ts";
import { readTabSeparated, writeTable, writeTabSeparated } from "./tab-separated.ts";

/** How many cells one value pasted over a range, or an emptied range, may fill at most. */
const fillLimit = 500_000;

type Source = Pick<GridProps, "columns" | "cell" | "onPaste" | "onUnread"> & {
  range: GridRange;
  isTyping: () => boolean;
  select: (range: GridRange) => void;
};

/** Copies the range and pastes blocks while no cell is being edited; within a text being edited the browser does both. */
export function useClipboard(source: Source) {
  const { columns, cell, onPaste, onUnread, range, isTyping, select } = source;
  const extent = extentOf(range);

  const clear = () => onPaste({ row: extent.top, column: extent.left }, filled("", range));

  const copy = (event: ClipboardEvent, cut: boolean) => {
    if (isTyping()) return;
    event.preventDefault();
    const block: string[][] = [];
    const shown = columns.slice(extent.left, extent.right + 1);
    for (let row = extent.top; row <= extent.bottom; row += 1) {
      const cells = shown.map((column) => cell(row, column));
      // A block with holes would be taken for the whole.
      if (cells.includes(undefined)) {
        onUnread?.(range);
        return;
      }
      block.push(cells.map((one) => one?.text ?? ""));
    }
    event.clipboardData.setData("text/plain", writeTabSeparated(block));
    event.clipboardData.setData("text/html", writeTable(block));
    if (cut) clear();
  };

  const paste = (event: ClipboardEvent) => {
    if (isTyping()) return;
    event.preventDefault();
    const text = event.clipboardData.getData("text/plain");
    if (text === "") return;
    const read = readTabSeparated(text);
    const single = read.length === 1 && read[0]?.length === 1 ? read[0][0] : undefined;
    const block = single !== undefined && isWide(range) ? filled(single, range) : read;
    const at = { row: extent.top, column: extent.left };
    onPaste(at, block);
    const width = Math.max(1, ...block.slice(0, 1000).map((row) => row.length));
    select({ from: at, to: { row: at.row + block.length - 1, column: at.column + width - 1 } });
  };

  return { copy, paste, clear };
}

function filled(text: string, range: GridRange): string[][] {
  const { top, bottom, left, right } = extentOf(range);
  const width = right - left + 1;
  const height = Math.min(bottom - top + 1, Math.floor(fillLimit / width));
  const row = Array.from({ length: width }, () => text);
  return Array.from({ length: height }, () => row);
}
