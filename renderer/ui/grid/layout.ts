import type { GridColumn, GridPlace } from "./grid-types.ts";

/** Heights and widths in rem. */
export const rowHeight = 2.25;
export const headHeight = 2.75;
const numberWidth = 4.5;

/** Where the columns stand, in rem from the left edge of the rows; `pinned` counts the leading pinned columns. */
export type Layout = { lefts: readonly number[]; width: number; pinned: number; template: string };

export function layOut(columns: readonly GridColumn[]): Layout {
  const lefts: number[] = [];
  let width = numberWidth;
  for (const column of columns) {
    lefts.push(width);
    width += column.width;
  }
  const unpinned = columns.findIndex(({ pinned }) => !pinned);
  const template = [numberWidth, ...columns.map((column) => column.width)]
    .map((rem) => `${rem}rem`)
    .join(" ");
  return { lefts, width, pinned: unpinned === -1 ? columns.length : unpinned, template };
}

/** Scrolls a frame as little as shows a cell clear of the head and the pinned columns; `rem` in pixels. */
export function reveal(
  frame: HTMLElement,
  layout: Layout,
  columns: readonly GridColumn[],
  place: GridPlace,
  rem: number,
): void {
  const top = place.row * rowHeight * rem;
  const height = frame.clientHeight - headHeight * rem;
  if (top < frame.scrollTop) frame.scrollTop = top;
  else if (top + rowHeight * rem > frame.scrollTop + height) frame.scrollTop = top + rowHeight * rem - height;
  if (place.column < layout.pinned) return;
  const left = (layout.lefts[place.column] ?? 0) * rem;
  const right = left + (columns[place.column]?.width ?? 0) * rem;
  const cover = (layout.lefts[layout.pinned] ?? 0) * rem;
  if (left < frame.scrollLeft + cover) frame.scrollLeft = left - cover;
  else if (right > frame.scrollLeft + frame.clientWidth) frame.scrollLeft = right - frame.clientWidth;
}
