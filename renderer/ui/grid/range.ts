import type { GridPlace, GridRange } from "./grid-types.ts";

/** A range's rows and columns in order, all inclusive. */
export type Extent = { top: number; bottom: number; left: number; right: number };

export function extentOf({ from, to }: GridRange): Extent {
  return {
    top: Math.min(from.row, to.row),
    bottom: Math.max(from.row, to.row),
    left: Math.min(from.column, to.column),
    right: Math.max(from.column, to.column),
  };
}

/** True of a range of more than one cell. */
export function isWide({ from, to }: GridRange): boolean {
  return from.row !== to.row || from.column !== to.column;
}

/** The range kept within `rows` and `columns`; of an empty grid its first place. */
export function within(range: GridRange, rows: number, columns: number): GridRange {
  const keep = (place: GridPlace): GridPlace => {
    const row = Math.max(0, Math.min(place.row, rows - 1));
    const column = Math.max(0, Math.min(place.column, columns - 1));
    return row === place.row && column === place.column ? place : { row, column };
  };
  const [from, to] = [keep(range.from), keep(range.to)];
  return from === range.from && to === range.to ? range : { from, to };
}

/** The range of one cell. */
export function at(place: GridPlace): GridRange {
  return { from: place, to: place };
}

/** The whole rows of a range, from the first column to the last. */
export function rowsOf({ from, to }: GridRange, lastColumn: number): GridRange {
  return { from: { row: from.row, column: 0 }, to: { row: to.row, column: lastColumn } };
}

/** The whole columns of a range, from the first row to the last. */
export function columnsOf({ from, to }: GridRange, lastRow: number): GridRange {
  return { from: { row: 0, column: from.column }, to: { row: lastRow, column: to.column } };
}
