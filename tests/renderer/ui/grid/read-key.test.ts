import { describe, expect, it } from "vitest";
import { readKey } from "#renderer/ui/grid/read-key.ts";

/** `Ctrl+Shift+A` as the browser says it. */
const key = (chord: string) => {
  const parts = chord.split("+");
  const has = (name: string) => parts.slice(0, -1).includes(name);
  const name = parts.at(-1) ?? "";
  return {
    key: name === "Space" ? " " : name,
    ctrlKey: has("Ctrl"),
    metaKey: false,
    shiftKey: has("Shift"),
    altKey: has("Alt"),
  };
};

describe("a key of the grid", () => {
  it.each([
    ["ArrowDown", { kind: "move", move: "down", extend: false }],
    ["Shift+ArrowRight", { kind: "move", move: "right", extend: true }],
    ["Ctrl+End", { kind: "move", move: "end", extend: false }],
    ["Home", { kind: "move", move: "row-start", extend: false }],
    ["Shift+Tab", { kind: "move", move: "previous", extend: false }],
    ["Shift+Enter", { kind: "enter", back: true }],
    ["F2", { kind: "begin" }],
    ["Delete", { kind: "clear" }],
    ["Ctrl+a", { kind: "select", what: "all" }],
    ["Ctrl+Space", { kind: "select", what: "column" }],
    ["Shift+Space", { kind: "select", what: "row" }],
    ["Alt+ArrowDown", { kind: "open-list" }],
    ["Ctrl+z", { kind: "command", command: "undo" }],
    ["Ctrl+y", { kind: "command", command: "redo" }],
    ["Ctrl+Delete", { kind: "command", command: "withdraw" }],
  ])("%s is read where nothing is being typed", (chord, ask) =>
    expect(readKey(key(chord), false)).toEqual(ask),
  );

  it.each([
    ["Ctrl+d", "fill-down"],
    ["Ctrl+D", "fill-down"],
    ["Ctrl+'", "copy-above"],
    ["Ctrl+Enter", "save-next"],
    ["Ctrl+m", "move"],
    ["Ctrl+b", "bulk-edit"],
    ["Ctrl+e", "sequence"],
  ])("%s is the command %s, typing or not", (chord, command) => {
    expect(readKey(key(chord), false)).toEqual({ kind: "command", command });
    expect(readKey(key(chord), true)).toEqual({ kind: "command", command });
  });

  it.each([
    ["ArrowLeft"],
    ["Shift+ArrowLeft"],
    ["ArrowUp"],
    ["Home"],
    ["Ctrl+Home"],
    ["Delete"],
    ["Ctrl+Delete"],
    ["Ctrl+z"],
    ["Ctrl+a"],
    ["F2"],
    ["Shift+Space"],
  ])("%s belongs to the text while one types", (chord) => expect(readKey(key(chord), true)).toBeUndefined());

  it.each([["a"], ["Space"], ["Backspace"], ["Ctrl+Backspace"], ["Ctrl+c"], ["Ctrl+v"], ["Ctrl+x"]])(
    "%s is never the grid's",
    (chord) => {
      expect(readKey(key(chord), false)).toBeUndefined();
      expect(readKey(key(chord), true)).toBeUndefined();
    },
  );

  it.each([["Ctrl+Shift+D"], ["Alt+z"], ["Ctrl+Shift+Z"], ["Ctrl+Alt+e"], ["Ctrl+Shift+Shift"]])(
    "%s is left to the input methods",
    (chord) => expect(readKey(key(chord), false)).toBeUndefined(),
  );
});
