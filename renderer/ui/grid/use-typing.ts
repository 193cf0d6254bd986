import { useCallback, useLayoutEffect, useRef, useState } from "react";
import { readOption } from "./find-options.ts";
import type { GridColumn, GridPlace, GridProps } from "./grid-types.ts";

/** A cell being edited: the record it was when the typing began, and what stood there. */
type Typing = { place: GridPlace; column: GridColumn; key: string; text: string };

type Source = Pick<GridProps, "keyOf" | "rowCount" | "onEdit"> & {
  place: GridPlace;
  column: GridColumn | undefined;
  /** What the input begins with in this cell. */
  text: string;
  /** What is typed goes on after that text. */
  typeOn: boolean;
  /** The record being edited stands in another row now. */
  onMoved: (row: number) => void;
};

/**
 * Keeps the grid's one input: it holds its cell's text, all of it selected (or none, where it is typed on), until
 * something is typed; from then on nothing but the person changes it, until the text is committed or given back.
 */
export function useTyping(source: Source) {
  const { place, column, text, typeOn, keyOf, rowCount, onEdit, onMoved } = source;
  const input = useRef<HTMLInputElement>(null);
  const typing = useRef<Typing | undefined>(undefined);
  const [round, setRound] = useState(0);

  const begin = () => {
    if (typing.current || !column || column.kind === "fixed") return false;
    typing.current = { place, column, key: rowCount > 0 ? keyOf(place.row) : "", text: sanitized(text) };
    return true;
  };
  /** Hands over what was typed, or the option `chosen` instead; nothing where nothing was changed. */
  const commit = useCallback(
    (chosen?: string) => {
      const begun = typing.current;
      const value = chosen ?? input.current?.value ?? "";
      typing.current = undefined;
      if (!begun) return;
      setRound((before) => before + 1);
      const left = chosen ?? textLeft(begun, value);
      if (left === undefined) return;
      onEdit(rowOf(begun.key, begun.place.row, rowCount, keyOf), begun.column, left, begun.key);
    },
    [keyOf, onEdit, rowCount],
  );
  const giveBack = () => {
    const was = typing.current !== undefined;
    typing.current = undefined;
    if (was) setRound((before) => before + 1);
    return was;
  };

  const key = rowCount > 0 ? keyOf(place.row) : "";
  useLayoutEffect(() => {
    const begun = typing.current;
    if (begun && begun.place.row === place.row && begun.place.column === place.column) {
      if (begun.key === key) return;
      // Rows came or went above the record that is being edited: the input goes with it.
      const row = rowOf(begun.key, place.row, rowCount, keyOf);
      if (row >= 0) {
        typing.current = { ...begun, place: { row, column: place.column } };
        onMoved(row);
        return;
      }
    }
    commit();
    const element = input.current;
    if (!element) return;
    if (element.value !== text) element.value = text;
    if (document.activeElement === element) markText(element, typeOn);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- shows a cell when it or its text is another, not when a handler is
  }, [key, place.row, place.column, column?.key, text, typeOn, round]);

  return { input, begin, commit, giveBack, isTyping: () => typing.current !== undefined };
}

/** All of a cell's text marked, so that what is typed replaces it; or the caret after it, where it is typed on. */
export function markText(element: HTMLInputElement, typeOn: boolean): void {
  if (typeOn) element.setSelectionRange(element.value.length, element.value.length);
  else element.select();
}

/** What is handed over on leaving a cell; nothing where it is what stood there. */
function textLeft(begun: Typing, value: string): string | undefined {
  if (value === begun.text) return undefined;
  const text = value.normalize("NFC");
  if (begun.column.kind !== "choice") return text;
  const option = readOption(begun.column.options ?? [], text);
  if (!option) return text;
  return option.label === begun.text || option.value === begun.text ? undefined : option.value;
}

/** A text as a single-line input holds it. */
function sanitized(text: string): string {
  return text.replace(/[\r\n]/g, "");
}

/** The row of the record `key`, sought outwards from where it last was; -1 where it is no longer there. */
function rowOf(key: string, near: number, rowCount: number, keyOf: (row: number) => string): number {
  for (let away = 0; away < rowCount; away += 1) {
    if (near + away < rowCount && keyOf(near + away) === key) return near + away;
    if (near - away >= 0 && near - away < rowCount && keyOf(near - away) === key) return near - away;
  }
  return -1;
}
