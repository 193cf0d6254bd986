/** The keys that are held while another is pressed, and that key. */
export type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

const names: Readonly<Record<string, string>> = { " ": "Space" };

/** What was pressed as the sheet of keys writes it: `Ctrl+D`, `Shift+F4`, `J`; nothing while only a modifier is down. */
export function chordOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string | undefined {
  if (["Control", "Shift", "Alt", "Meta", "AltGraph", "Process", "Dead", "Unidentified"].includes(key))
    return undefined;
  const isSign = key.length === 1 && key !== " ";
  const name = isSign ? key.toUpperCase() : (names[key] ?? key);
  return [
    ...(ctrlKey || metaKey ? ["Ctrl"] : []),
    ...(altKey ? ["Alt"] : []),
    // Of a sign, Shift is part already: "+" is "+".
    ...(shiftKey && (!isSign || isLetter(name)) ? ["Shift"] : []),
    name,
  ].join("+");
}

/** The event of a chord, as a keyboard gives it. */
export function pressOf(chord: string): KeyboardEventInit {
  const parts = chord.split("+");
  const name = parts.at(-1) ?? "";
  const shiftKey = parts.includes("Shift");
  const key = isLetter(name) && !shiftKey ? name.toLowerCase() : name === "Space" ? " " : name;
  return {
    key,
    code: isLetter(name) ? `Key${name}` : name,
    ctrlKey: parts.includes("Ctrl"),
    altKey: parts.includes("Alt"),
    shiftKey,
    bubbles: true,
    cancelable: true,
    composed: true,
  };
}

function isLetter(name: string): boolean {
  return /^[A-Z]$/u.test(name);
}
