import { type MouseEvent, type RefObject, useRef } from "react";
import type { GridPlace, GridProps, GridRange } from "./grid-types.ts";
import { at, rowsOf } from "./range.ts";

type Source = Pick<GridProps, "columns"> & {
  onOpen: GridProps["onOpen"] | undefined;
  input: RefObject<HTMLInputElement | null>;
  place: GridPlace;
  range: GridRange;
  isTyping: () => boolean;
  begin: () => void;
  select: (range: GridRange, scroll?: boolean) => void;
};

/** What the mouse does in a grid: it selects cells and, over the rows' numbers, rows; twice pressed it edits or opens. */
export function useMouse(source: Source) {
  const { columns, onOpen, input, place, range, isTyping, begin, select } = source;
  const dragging = useRef<"cells" | "rows" | undefined>(undefined);
  const lastColumn = columns.length - 1;

  const onMouseDown = (event: MouseEvent) => {
    if (event.button !== 0) return;
    if (event.target === input.current) {
      // Within a text being edited the mouse places the caret; else a range may begin here.
      if (isTyping()) return;
      event.preventDefault();
      input.current.focus({ preventScroll: true });
      select(event.shiftKey ? range : at(place), false);
      dragging.current = "cells";
      return;
    }
    const hit = placeOf(event.target);
    if (!hit) return;
    event.preventDefault();
    dragging.current = hit.column < 0 ? "rows" : "cells";
    const from = event.shiftKey ? place : hit;
    const next = { from, to: hit };
    select(hit.column < 0 ? rowsOf(next, lastColumn) : next, hit.column >= 0);
    input.current?.focus({ preventScroll: true });
  };
  const onMouseMove = (event: MouseEvent) => {
    if (!dragging.current) return;
    if ((event.buttons & 1) === 0) return void (dragging.current = undefined);
    const hit = event.target === input.current ? place : placeOf(event.target);
    if (!hit) return;
    const next = { from: place, to: { row: hit.row, column: Math.max(0, hit.column) } };
    const wider = dragging.current === "rows" ? rowsOf(next, lastColumn) : next;
    if (wider.to.row !== range.to.row || wider.to.column !== range.to.column) select(wider);
  };
  const onDoubleClick = (event: MouseEvent) => {
    const hit = event.target === input.current ? place : placeOf(event.target);
    if (!hit) return;
    if (hit.column < 0 || columns[hit.column]?.kind === "fixed") onOpen?.(hit.row);
    else begin();
  };
  return { onMouseDown, onMouseMove, onDoubleClick };
}

/** The cell an event met; column -1 is the row's number. */
function placeOf(target: EventTarget): GridPlace | undefined {
  if (!(target instanceof Element)) return undefined;
  const cell = target.closest<HTMLElement>("[data-column]");
  const line = target.closest<HTMLElement>("[data-row]");
  if (!cell || !line) return undefined;
  return { row: Number(line.dataset["row"]), column: Number(cell.dataset["column"]) };
}
