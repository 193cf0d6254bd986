import { expect, it } from "vitest";
import { chordOf, pressOf, type Pressed } from "#renderer/ui/chord.ts";

const press = (key: string, held: Partial<Pressed> = {}): Pressed => ({
  ...{ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false },
  ...held,
});

it.each([
  [press("d", { ctrlKey: true }), "Ctrl+D"],
  [press("D", { ctrlKey: true, shiftKey: true }), "Ctrl+Shift+D"],
  [press("F4", { shiftKey: true }), "Shift+F4"],
  [press("+", { shiftKey: true }), "+"],
  [press("'", { ctrlKey: true }), "Ctrl+'"],
  [press(" "), "Space"],
  [press("j"), "J"],
  [press("Control", { ctrlKey: true }), undefined],
  // A letter that an input method is still making.
  [press("Process"), undefined],
])("%o is %s", (pressed, chord) => {
  expect(chordOf(pressed)).toBe(chord);
});

it.each(["Ctrl+D", "Shift+F4", "Ctrl+'", "Ctrl+Delete", "J", "F6"])(
  "%s is pressed as it is read",
  (chord) => {
    const { key = "", ctrlKey = false, altKey = false, shiftKey = false } = pressOf(chord);
    expect(chordOf({ key, ctrlKey, altKey, shiftKey, metaKey: false })).toBe(chord);
  },
);
