import { DeskFault } from "#shared/contract/fault.ts";

/** How much of a workbook is read. Past any of these the workbook is refused, but for columns: more are not looked at. */
export type WorkbookLimits = {
  /** Bytes of all parts read, unpacked. */
  unpackedBytes: number;
  /** Bytes of the table of texts, which stays in memory. */
  sharedTextBytes: number;
  /** Bytes of an old workbook (.xls), which is read as a whole. */
  compoundBytes: number;
  /** Rows that hold something, in all sheets. */
  rows: number;
  columns: number;
  /** Longest text of a cell, in characters; Excel's own limit. */
  cellLength: number;
  /** Memory of the reading thread in MiB: its texts at two bytes a letter, and room to work. */
  threadMemory: number;
};

export const workbookLimits: WorkbookLimits = {
  unpackedBytes: 2 * 1024 ** 3,
  sharedTextBytes: 192 * 1024 ** 2,
  compoundBytes: 160 * 1024 ** 2,
  rows: 200_000,
  columns: 256,
  cellLength: 32_767,
  threadMemory: 640,
};

/** Counts bytes or rows up to a limit; past it the workbook is refused as too large. */
export function countUpTo(limit: number, what: string): (more: number) => void {
  let sum = 0;
  return (more) => {
    sum += more;
    if (sum > limit) throw new DeskFault("workbook-too-large", { detail: `more than ${limit} ${what}` });
  };
}
