import type { GridPlace } from "./grid-types.ts";

export type Move =
  | "up"
  | "down"
  | "left"
  | "right"
  | "page-up"
  | "page-down"
  | "row-start"
  | "row-end"
  | "column-start"
  | "column-end"
  | "start"
  | "end"
  /** Tab: the next cell that can be typed in, at the end of a row the first of the next. */
  | "next"
  | "previous";

/**
 * Where a move leads in a grid of `rows` and `columns`; nothing where it leads out of it. By Tab columns in which
 * nothing is typed (`isFixed`) are passed over, unless all are such.
 */
export function moved(
  at: GridPlace,
  move: Move,
  size: { rows: number; columns: number; page: number; isFixed?: (column: number) => boolean },
): GridPlace | undefined {
  const lastRow = size.rows - 1;
  const lastColumn = size.columns - 1;
  const place = (row: number, column: number): GridPlace => ({
    row: Math.max(0, Math.min(row, lastRow)),
    column: Math.max(0, Math.min(column, lastColumn)),
  });
  const { row, column } = at;
  switch (move) {
    case "up":
      return place(row - 1, column);
    case "down":
      return place(row + 1, column);
    case "left":
      return place(row, column - 1);
    case "right":
      return place(row, column + 1);
    case "page-up":
      return place(row - size.page, column);
    case "page-down":
      return place(row + size.page, column);
    case "row-start":
      return place(row, 0);
    case "row-end":
      return place(row, lastColumn);
    case "column-start":
      return place(0, column);
    case "column-end":
      return place(lastRow, column);
    case "start":
      return place(0, 0);
    case "end":
      return place(lastRow, lastColumn);
    case "next": {
      const stops = stopsIn(size);
      const next = stops.find((stop) => stop > column);
      if (next !== undefined) return place(row, next);
      return row < lastRow ? place(row + 1, stops[0] ?? 0) : undefined;
    }
    case "previous": {
      const stops = stopsIn(size);
      const previous = stops.findLast((stop) => stop < column);
      if (previous !== undefined) return place(row, previous);
      return row > 0 ? place(row - 1, stops.at(-1) ?? lastColumn) : undefined;
    }
  }
}

function stopsIn({ columns, isFixed = () => false }: Parameters<typeof moved>[2]): number[] {
  const all = Array.from({ length: columns }, (_, column) => column);
  const typed = all.filter((column) => !isFixed(column));
  return typed.length === 0 ? all : typed;
}
