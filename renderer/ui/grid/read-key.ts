import type { GridCommand } from "./grid-types.ts";
import type { Move } from "./move.ts";

/** What a key asks of the grid. */
export type Ask =
  | { kind: "move"; move: Move; extend: boolean }
  /** Enter: down, or up; on a fixed cell its record is opened. */
  | { kind: "enter"; back: boolean }
  | { kind: "begin" }
  | { kind: "give-back" }
  | { kind: "open-list" }
  | { kind: "select"; what: "all" | "row" | "column" }
  | { kind: "clear" }
  | { kind: "command"; command: GridCommand };

type Key = { key: string; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean; altKey: boolean };

const moves: Readonly<Record<string, Move>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
  Home: "row-start",
  End: "row-end",
  PageUp: "page-up",
  PageDown: "page-down",
};

const controlMoves: Readonly<Record<string, Move>> = {
  ArrowUp: "column-start",
  ArrowDown: "column-end",
  ArrowLeft: "row-start",
  ArrowRight: "row-end",
  Home: "start",
  End: "end",
};

const commands: Readonly<Record<string, GridCommand>> = {
  d: "fill-down",
  "'": "copy-above",
  m: "move",
  b: "bulk-edit",
  e: "sequence",
  i: "trail",
};

/** Commands whose keys belong to the text while a cell is being edited. */
const readyCommands: Readonly<Record<string, GridCommand>> = { z: "undo", y: "redo", delete: "withdraw" };

/**
 * What a key asks while a cell is being edited (`typing`) or not. Nothing where the key is the input's own: letters
 * always, and while typing every key that moves the caret or takes a letter away. Ctrl+Shift and Alt with a letter
 * are left alone: Vietnamese input methods switch by them.
 */
export function readKey(event: Key, typing: boolean): Ask | undefined {
  const { key, shiftKey: extend, altKey } = event;
  const control = event.ctrlKey || event.metaKey;
  if (altKey) return key === "ArrowDown" && !control ? { kind: "open-list" } : undefined;
  if (key === "Tab") return control ? undefined : move(extend ? "previous" : "next", false);
  if (key === "Escape") return { kind: "give-back" };
  if (key === "Enter")
    return control ? { kind: "command", command: "save-next" } : { kind: "enter", back: extend };
  if (!control && (key === "PageUp" || key === "PageDown"))
    return move(key === "PageUp" ? "page-up" : "page-down", extend && !typing);
  if (control) {
    const command = extend ? undefined : commands[key.toLowerCase()];
    if (command) return { kind: "command", command };
  }
  return typing ? undefined : readReadyKey(key, control, extend);
}

function readReadyKey(key: string, control: boolean, extend: boolean): Ask | undefined {
  const to = (control ? controlMoves : moves)[key];
  if (to) return move(to, extend);
  if (control && !extend) {
    const command = readyCommands[key.toLowerCase()];
    if (command) return { kind: "command", command };
    if (key.toLowerCase() === "a") return { kind: "select", what: "all" };
    if (key === " ") return { kind: "select", what: "column" };
  }
  if (control) return undefined;
  if (key === " " && extend) return { kind: "select", what: "row" };
  if (key === "F2") return { kind: "begin" };
  if (key === "Delete") return { kind: "clear" };
  return undefined;
}

function move(to: Move, extend: boolean): Ask {
  return { kind: "move", move: to, extend };
}
