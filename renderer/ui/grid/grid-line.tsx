import { memo } from "react";
import classes from "./grid.module.css";
import type { GridCell, GridColumn } from "./grid-types.ts";
import { type Layout, rowHeight } from "./layout.ts";

export type GridLineProps = {
  row: number;
  columns: readonly GridColumn[];
  layout: Layout;
  cells: readonly (GridCell | undefined)[];
  mark: "draft" | "withdrawn" | undefined;
  /** The selected columns, -1 of none. */
  selectedFrom: number;
  selectedTo: number;
  /** The column of the active cell, -1 where it is in another row. */
  active: number;
  reading: string;
};

/** A row of the grid; drawn again only where something it shows has changed. */
export const GridLine = memo(function GridLine(props: GridLineProps) {
  const { row, columns, layout, cells, mark, selectedFrom, selectedTo, active } = props;
  const unread = cells.length > 0 && cells.every((cell) => cell === undefined);
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      className={classes["line"]}
      style={{ top: `${row * rowHeight}rem`, gridTemplateColumns: layout.template }}
      data-row={row}
      data-mark={mark}
    >
      <div
        role="rowheader"
        aria-colindex={1}
        className={classes["number"]}
        data-column={-1}
        data-selected={selectedFrom >= 0 || undefined}
      >
        {row + 1}
        {unread && <span className={classes["reading"]}>{props.reading}</span>}
      </div>
      {columns.map((column, at) => {
        const cell = cells[at];
        const note = cell?.problem ?? cell?.warning;
        const isPinned = at < layout.pinned;
        return (
          <div
            key={column.key}
            role="gridcell"
            aria-colindex={at + 2}
            aria-selected={at === active || (selectedFrom <= at && at <= selectedTo)}
            aria-readonly={column.kind === "fixed" || undefined}
            aria-invalid={cell?.problem !== undefined || undefined}
            aria-description={note}
            title={note ?? cell?.text}
            className={classes["cell"]}
            style={isPinned ? { left: `${layout.lefts[at] ?? 0}rem` } : undefined}
            data-column={at}
            data-pinned={isPinned || undefined}
            data-edge={(isPinned && at === layout.pinned - 1) || undefined}
            data-align={column.align}
            data-kind={column.kind}
            data-selected={(selectedFrom <= at && at <= selectedTo) || undefined}
            data-note={
              cell?.problem !== undefined ? "problem" : cell?.warning !== undefined ? "warning" : undefined
            }
          >
            {cell?.text}
          </div>
        );
      })}
    </div>
  );
}, isSame);

function isSame(one: GridLineProps, other: GridLineProps): boolean {
  return (
    one.row === other.row &&
    one.columns === other.columns &&
    one.layout === other.layout &&
    one.mark === other.mark &&
    one.selectedFrom === other.selectedFrom &&
    one.selectedTo === other.selectedTo &&
    one.active === other.active &&
    one.reading === other.reading &&
    one.cells.length === other.cells.length &&
    one.cells.every((cell, at) => isSameCell(cell, other.cells[at]))
  );
}

function isSameCell(one: GridCell | undefined, other: GridCell | undefined): boolean {
  return (
    one === other ||
    (one !== undefined &&
      one.text === other?.text &&
      one.problem === other.problem &&
      one.warning === other.warning)
  );
}
