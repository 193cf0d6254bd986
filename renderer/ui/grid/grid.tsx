import { useLayoutEffect, useMemo, useRef, useState } from "react";
import { CellEditor } from "./cell-editor.tsx";
import { GridHead } from "./grid-head.tsx";
import { GridLine } from "./grid-line.tsx";
import classes from "./grid.module.css";
import type { GridPlace, GridProps, GridRange } from "./grid-types.ts";
import { headHeight, layOut, reveal, rowHeight } from "./layout.ts";
import { moved } from "./move.ts";
import { at, columnsOf, extentOf, isWide, rowsOf, within } from "./range.ts";
import type { Ask } from "./read-key.ts";
import { useClipboard } from "./use-clipboard.ts";
import { useMouse } from "./use-mouse.ts";
import { useTyping } from "./use-typing.ts";
import { remInPixels, useWindow } from "./use-window.ts";

const start: GridRange = { from: { row: 0, column: 0 }, to: { row: 0, column: 0 } };

/**
 * A grid like a spreadsheet's, over as many rows as there are: only those in view are drawn. The first place of its
 * range is the active cell, over which a real input always stands. It fills the height it is given.
 */
export function Grid(props: GridProps) {
  const { columns, rowCount, keyOf, cell, onSeen, onEdit, onPaste, onCommand, onRange, onOpen, words } =
    props;
  const leaving = useRef(false);
  const layout = useMemo(() => layOut(columns), [columns]);
  const { frame, drawn, measure } = useWindow();
  const [asked, setAsked] = useState(props.goTo ? { from: props.goTo, to: props.goTo } : start);
  const [went, setWent] = useState(props.goTo);
  if (went !== props.goTo) {
    setWent(props.goTo);
    if (props.goTo) setAsked({ from: props.goTo, to: props.goTo });
  }
  const range = within(asked, rowCount, columns.length);
  const place = range.from;
  const column = columns[place.column];
  const active = column && rowCount > 0 ? cell(place.row, column) : undefined;
  const text = active?.edited ?? active?.text ?? "";
  const typing = useTyping({
    place,
    column,
    text,
    typeOn: active?.typeOn === true,
    keyOf,
    rowCount,
    onEdit,
    onMoved: (row) => setAsked(at({ row, column: place.column })),
  });

  const { input } = typing;
  const show = (to: GridPlace) => {
    if (!frame.current) return;
    reveal(frame.current, layout, columns, to, remInPixels());
    measure();
  };
  const select = (next: GridRange, scroll = true) => {
    typing.commit();
    setAsked(next);
    const kept = within(next, rowCount, columns.length);
    onRange?.(kept);
    if (scroll) show(kept.to);
  };
  const clipboard = useClipboard({
    columns,
    cell,
    onPaste,
    onUnread: props.onUnread,
    range,
    isTyping: typing.isTyping,
    select: (pasted) => select(pasted, false),
  });

  const first = Math.max(drawn.first, 0);
  const last = Math.min(drawn.last, rowCount - 1);
  const [firstKey, lastKey] = first <= last ? [keyOf(first), keyOf(last)] : [];
  useLayoutEffect(() => {
    if (first <= last) onSeen(first, last);
    // Other records in the same rows are to be read as well.
  }, [first, last, firstKey, lastKey, onSeen]);
  useLayoutEffect(() => {
    if (!went || !frame.current) return;
    reveal(frame.current, layout, columns, went, remInPixels());
    measure();
    input.current?.focus({ preventScroll: true });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- goes once to each place it is told, not when the columns change
  }, [went]);

  const { focusAgain } = props;
  useLayoutEffect(() => {
    if (focusAgain) input.current?.focus({ preventScroll: true });
  }, [focusAgain, input]);

  const onAsk = (ask: Ask): boolean => {
    const wasLeaving = leaving.current;
    leaving.current = false;
    switch (ask.kind) {
      case "move": {
        // After Escape, Tab leaves the grid as it leaves any other field.
        if (wasLeaving && (ask.move === "next" || ask.move === "previous")) return false;
        const page = Math.max(
          1,
          Math.floor((frame.current?.clientHeight ?? 0) / (rowHeight * remInPixels())) - 2,
        );
        const isFixed = (at: number) => columns[at]?.kind === "fixed";
        const size = { rows: rowCount, columns: columns.length, page, isFixed };
        const to = moved(ask.extend ? range.to : place, ask.move, size);
        if (!to) return false;
        select(ask.extend ? { from: place, to } : at(to));
        return true;
      }
      case "enter":
        if (column?.kind === "fixed" && onOpen && !ask.back) onOpen(place.row);
        else select(at({ row: place.row + (ask.back ? -1 : 1), column: place.column }));
        return true;
      case "begin":
        if (typing.begin()) input.current?.setSelectionRange(text.length, text.length);
        return true;
      case "give-back":
        leaving.current = !typing.giveBack();
        return true;
      case "select": {
        const corner = { row: rowCount - 1, column: columns.length - 1 };
        if (ask.what === "all") select({ from: start.from, to: corner }, false);
        if (ask.what === "row") select(rowsOf(range, corner.column), false);
        if (ask.what === "column") select(columnsOf(range, corner.row), false);
        return true;
      }
      case "clear":
        if (!isWide(range)) {
          // The input's own Delete takes the whole text, also where the caret stands after it.
          input.current?.select();
          return false;
        }
        clipboard.clear();
        return true;
      case "command":
        typing.commit();
        onCommand(ask.command, range);
        return true;
      case "open-list":
        return false;
    }
  };

  const mouse = useMouse({
    columns,
    onOpen,
    input,
    place,
    range,
    isTyping: typing.isTyping,
    begin: () => void onAsk({ kind: "begin" }),
    select,
  });

  const extent = extentOf(range);
  const slots = drawn.last - drawn.first + 1;
  const lines = [];
  for (let row = first; row <= last; row += 1) {
    const isSelected = row >= extent.top && row <= extent.bottom;
    lines.push(
      <GridLine
        // Rows that leave lend what they are drawn with to those that come.
        key={row % slots}
        row={row}
        columns={columns}
        layout={layout}
        cells={columns.map((one) => cell(row, one))}
        mark={props.rowState?.(row).mark}
        selectedFrom={isSelected ? extent.left : -1}
        selectedTo={isSelected ? extent.right : -2}
        active={row === place.row ? place.column : -1}
        reading={words.reading}
      />,
    );
  }
  return (
    <div ref={frame} className={classes["frame"]} {...mouse}>
      <div
        role="grid"
        aria-label={props.label}
        aria-rowcount={rowCount + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable
        className={classes["grid"]}
        style={{ width: `${layout.width}rem`, height: `${headHeight + rowCount * rowHeight}rem` }}
      >
        <GridHead {...props} layout={layout} />
        <div role="rowgroup" className={classes["body"]}>
          {lines}
        </div>
      </div>
      {column && rowCount > 0 && (
        <div
          className={classes["over"]}
          style={{ top: `${headHeight + place.row * rowHeight}rem`, width: `${layout.width}rem` }}
        >
          <CellEditor
            input={input}
            row={place.row}
            column={column}
            cell={active}
            left={layout.lefts[place.column] ?? 0}
            pinned={place.column < layout.pinned}
            words={words}
            isTyping={typing.isTyping}
            begin={typing.begin}
            commit={typing.commit}
            onAsk={onAsk}
            onCopy={clipboard.copy}
            onPaste={clipboard.paste}
          />
        </div>
      )}
    </div>
  );
}
