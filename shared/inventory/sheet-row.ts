/** One row of a sheet as it was read. */
export type SheetRow = {
  /** As Excel counts it, from 1. */
  row: number;
  /** Text of each column from the first; numbers as written, days as `yyyy[-mm[-dd]]`; empty where nothing stands. */
  cells: string[];
  /** Columns whose formula has no value kept with it, or an error for one. */
  valueless?: number[];
  /** Columns set in a font of the old one-byte encodings (`.VnTime`, `VNI-Times`), and the font. */
  fonts?: Map<number, string>;
};

/** A sheet while it is read: rows that hold something, in order, in slices. */
export type SheetSource = {
  name: string;
  /** True where day numbers count from 1904. */
  from1904: boolean;
  /** True where the workbook carries macros. */
  macros?: boolean;
  rows: AsyncIterable<SheetRow[]>;
};
