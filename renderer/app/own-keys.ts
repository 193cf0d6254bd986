import { chordOf, pressOf } from "#renderer/ui/chord.ts";

/** Keys that a person gave to what the app does, by the app's own key for it: `{ "Ctrl+D": "F6" }`. */
export type OwnKeys = Readonly<Record<string, string>>;

const storageKey = "mucluc.keys";
/** Text and windows have these everywhere; nobody else gets them, and nothing else gets theirs. */
const ofText = ["A", "C", "V", "X", "Y", "Z", "S"].map((letter) => `Ctrl+${letter}`);

/** What is on the sheet with a key that a person may change: one chord that no text field has a use of its own for. */
export function isChangeable(chord: string): boolean {
  if (ofText.includes(chord)) return false;
  return /^(?:F\d{1,2}|Ctrl\+(?:[A-Z']|Delete)|[A-Z])$/u.test(chord);
}

/** Why a chord cannot be a person's own key for what `chord` does; nothing where it can. */
export type Refusal = "input-method" | "text" | "plain" | "taken";

/**
 * Whether what was pressed can stand for the app's key `of`. Ctrl+Shift and Alt stay free: Vietnamese input methods
 * switch by them. A plain letter can stand for a plain letter alone, which acts where no text is typed.
 */
export function refuseKey(pressed: string, of: string, taken: readonly string[]): Refusal | undefined {
  if (/(?:^|\+)Alt\+|Ctrl\+Shift\+/u.test(pressed)) return "input-method";
  if (ofText.includes(pressed)) return "text";
  const isLetter = /^[A-Z]$/u.test(pressed);
  const isCommand = /^(?:(?:Ctrl\+|Shift\+)?F\d{1,2}|Ctrl\+[^\s+])$/u.test(pressed);
  if (!isCommand && !(isLetter && /^[A-Z]$/u.test(of))) return "plain";
  return taken.includes(pressed) ? "taken" : undefined;
}

/** The keys chosen on this machine; what cannot be read counts as none. */
export function readOwnKeys(): OwnKeys {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(storageKey) ?? "{}");
    if (typeof kept !== "object" || kept === null) return {};
    const entries = Object.entries(kept).filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === "string" && refuseKey(entry[1], entry[0], []) === undefined,
    );
    return Object.fromEntries(entries);
  } catch {
    return {};
  }
}

export function keepOwnKeys(keys: OwnKeys): void {
  window.localStorage.setItem(storageKey, JSON.stringify(keys));
}

/**
 * Lets a person's own keys act as the app's: the press of one becomes the press of the other, before anything sees it.
 * Answers how to stop.
 */
export function heedOwnKeys(keys: () => OwnKeys): () => void {
  const made = new WeakSet<Event>();
  const heed = (event: KeyboardEvent) => {
    const chord = made.has(event) || event.isComposing ? undefined : chordOf(event);
    const meant = Object.entries(keys()).find(([, own]) => own === chord)?.[0];
    const { target } = event;
    if (chord === undefined || meant === undefined || !target) return;
    if (chord.length === 1 && isTypedInto(target)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const press = new KeyboardEvent("keydown", pressOf(meant));
    made.add(press);
    target.dispatchEvent(press);
  };
  window.addEventListener("keydown", heed, { capture: true });
  return () => window.removeEventListener("keydown", heed, { capture: true });
}

function isTypedInto(target: EventTarget): boolean {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  );
}
