import { VisuallyHidden } from "@mantine/core";
import { type ClipboardEvent, type KeyboardEvent, type RefObject, useId, useState } from "react";
import { ChoiceList } from "./choice-list.tsx";
import { findOptions } from "./find-options.ts";
import classes from "./grid.module.css";
import type { GridCell, GridColumn, GridOption, GridWords } from "./grid-types.ts";
import { type Ask, readKey } from "./read-key.ts";
import { markText } from "./use-typing.ts";

const shown = 50;

/**
 * The one input of the grid, over its active cell: a native one that nothing sets while it is typed into, so that
 * input methods which take letters back and write others (Unikey) or compose work as in any other field.
 */
export function CellEditor(props: {
  input: RefObject<HTMLInputElement | null>;
  row: number;
  column: GridColumn;
  cell: GridCell | undefined;
  /** In rem. */
  left: number;
  pinned: boolean;
  words: GridWords;
  isTyping: () => boolean;
  /** Called before the first change; false where the cell was already being edited or cannot be. */
  begin: () => boolean;
  commit: (chosen?: string) => void;
  /** True where the key was used. */
  onAsk: (ask: Ask) => boolean;
  onCopy: (event: ClipboardEvent, cut: boolean) => void;
  onPaste: (event: ClipboardEvent) => void;
}) {
  const { input, row, column, cell, words } = props;
  const id = useId();
  const anchor = `--grid${id.replace(/\W/g, "")}`;
  const place = `${row}:${column.key}`;
  const [list, setList] = useState({ place: "", typed: "", at: -1 });
  const isChoice = column.kind === "choice";
  const offered = isChoice ? (column.options ?? []) : column.suggestions;
  const begun = offered !== undefined && list.place === place;
  const options = begun ? findOptions(offered, list.typed).slice(0, shown) : [];
  // Free text needs no list: where nothing is to be offered, none is shown.
  const open = begun && (isChoice || options.length > 0);
  const [length, setLength] = useState({ place: "", note: "" });
  const close = () => setList({ place: "", typed: "", at: -1 });
  const choose = (option: GridOption) => {
    close();
    props.begin();
    props.commit(option.value);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.key === "Process") return;
    if (open && (event.key === "ArrowDown" || event.key === "ArrowUp") && !event.altKey) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setList({ ...list, at: Math.max(-1, Math.min(options.length - 1, list.at + step)) });
      return;
    }
    const ask = readKey(event, props.isTyping());
    if (!ask) return;
    if (ask.kind === "open-list") {
      if (!offered) return;
      event.preventDefault();
      props.begin();
      setList({ place, typed: "", at: -1 });
      return;
    }
    const marked = open ? options[list.at] : undefined;
    if (marked && (event.key === "Enter" || event.key === "Tab")) choose(marked);
    else if (open && ask.kind !== "begin") close();
    if (props.onAsk(ask)) event.preventDefault();
  };

  const typedNote = length.place === place && length.note !== "" ? length.note : undefined;
  const note = open ? undefined : (cell?.problem ?? typedNote ?? cell?.warning);
  return (
    <>
      <input
        ref={input}
        className={classes["input"]}
        style={{
          left: `${props.left}rem`,
          width: `${column.width}rem`,
          position: props.pinned ? "sticky" : "absolute",
          anchorName: anchor,
        }}
        data-align={column.align}
        data-pinned={props.pinned || undefined}
        type="text"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        readOnly={column.kind === "fixed"}
        aria-label={`${column.title}, ${words.rowNumber} ${row + 1}`}
        aria-invalid={cell?.problem !== undefined || undefined}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        {...(offered && {
          role: "combobox",
          "aria-autocomplete": "list" as const,
          "aria-expanded": open,
          "aria-controls": open ? `${id}-list` : undefined,
          "aria-activedescendant": open && list.at >= 0 ? `${id}-list-${list.at}` : undefined,
        })}
        onInput={(event) => {
          props.begin();
          const typed = event.currentTarget.value;
          if (offered) setList({ place: isChoice || typed.trim() !== "" ? place : "", typed, at: -1 });
          const said = column.lengthNote?.(typed) ?? "";
          // Far from a limit there is nothing to say, and nothing is drawn anew.
          if (said !== "" || length.note !== "") setLength({ place, note: said });
        }}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          if (!props.isTyping()) markText(event.currentTarget, cell?.typeOn === true);
        }}
        onBlur={() => {
          if (open) close();
          props.commit();
        }}
        onCopy={(event) => props.onCopy(event, false)}
        onCut={(event) => props.onCopy(event, true)}
        onPaste={props.onPaste}
      />
      {open && (
        <ChoiceList
          id={`${id}-list`}
          label={column.title}
          anchor={anchor}
          options={options}
          at={list.at}
          noOption={words.noOption}
          onChoose={choose}
        />
      )}
      {note !== undefined && (
        <div
          id={`${id}-note`}
          className={classes["note"]}
          data-note={cell?.problem === undefined ? "warning" : "problem"}
          style={{ positionAnchor: anchor }}
        >
          {note}
        </div>
      )}
      <VisuallyHidden role="status">
        {`${column.title}, ${words.rowNumber} ${row + 1}: ${cell?.text ?? words.reading}${note === undefined ? "" : `. ${note}`}`}
      </VisuallyHidden>
    </>
  );
}
