import type { Cells } from "./row-kind.ts";

type PasteColumn = { key: string; kind: "text" | "choice" | "fixed" };

/** What a pasted block would do: cells of rows that are there, rows to be made, and columns beyond the grid. */
export type PastePlan = {
  cells: { row: number; field: string; text: string }[];
  newRows: Cells[];
  /** Columns of the block that meet no column of the grid. */
  beyond: number;
};

/** Lays a block over the grid with its first cell at `at`. Columns that cannot be edited are passed over. */
export function planPaste(
  at: { row: number; column: number },
  block: readonly (readonly string[])[],
  rowCount: number,
  columns: readonly PasteColumn[],
): PastePlan {
  const cells: PastePlan["cells"] = [];
  const newRows: Cells[] = [];
  let width = 0;
  block.forEach((texts, down) => {
    width = Math.max(width, texts.length);
    const row = at.row + down;
    const made: Record<string, string> = {};
    texts.forEach((text, across) => {
      const column = columns[at.column + across];
      if (!column || column.kind === "fixed") return;
      if (row < rowCount) cells.push({ row, field: column.key, text });
      else made[column.key] = text;
    });
    if (row >= rowCount) newRows.push(made);
  });
  return { cells, newRows, beyond: Math.max(0, at.column + width - columns.length) };
}
