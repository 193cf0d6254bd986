import type { CDPSession, Page } from "playwright-core";
import { fromTelex } from "#tests/helpers/telex.ts";

/**
 * How an input method sends what is typed:
 * - `unikey`: letters as keys; where a word changes, Backspaces and then the Unicode letters as packets;
 * - `reselect`: the same, but the letters to change are selected with Shift+Left instead of taken back;
 * - `composition`: Microsoft's Telex, ibus and fcitx: a composition, committed at the end of each word;
 * - `decomposed`: the system's Vietnamese keyboard: bare letters followed by combining marks.
 */
export const streams = ["unikey", "reselect", "composition", "decomposed"] as const;

export type Stream = (typeof streams)[number];

/** Telex keys and the text they make. */
export const telexTexts: readonly (readonly [keys: string, text: string])[] = [
  ["Vieejt", "Việt"],
  ["dduwowngf", "đường"],
  ["Quyeets ddinhj", "Quyết định"],
  ["hoaf", "hoà"],
  ["thuyr", "thuỷ"],
  ["UWOWCS", "ƯỚC"],
  ["Uyr ban nhaan daan xax Phuwowcs Thawngs", "Uỷ ban nhân dân xã Phước Thắng"],
  ["nghieeng nguwowif khuyur", "nghiêng người khuỷu"],
];

/** Types Telex keys into the focused field as an input method would; words are apart by spaces. */
export async function typeVietnamese(page: Page, keys: string, stream: Stream): Promise<void> {
  const session = await page.context().newCDPSession(page);
  try {
    const words = keys.split(" ");
    for (const [at, word] of words.entries()) {
      if (at > 0) await press(session, " ");
      if (stream === "composition") await compose(session, word);
      else if (stream === "decomposed") await typeMarks(session, fromTelex(word));
      else await typeAndCorrect(session, word, stream);
    }
  } finally {
    await session.detach();
  }
}

async function typeAndCorrect(session: CDPSession, word: string, stream: Stream): Promise<void> {
  let shown = "";
  for (let length = 1; length <= word.length; length += 1) {
    const next = fromTelex(word.slice(0, length));
    const key = word[length - 1] ?? "";
    if (next === shown + key) await press(session, key);
    else {
      let kept = 0;
      while (kept < shown.length && shown[kept] === next[kept]) kept += 1;
      for (let back = shown.length; back > kept; back -= 1)
        await (stream === "reselect"
          ? pressNamed(session, "ArrowLeft", 37, 8)
          : pressNamed(session, "Backspace", 8));
      for (const letter of next.slice(kept)) await sendPacket(session, letter);
    }
    shown = next;
  }
}

async function compose(session: CDPSession, word: string): Promise<void> {
  for (let length = 1; length <= word.length; length += 1) {
    const text = fromTelex(word.slice(0, length));
    const process = { key: "Process", windowsVirtualKeyCode: 229 };
    await session.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...process });
    await session.send("Input.imeSetComposition", {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
    await session.send("Input.dispatchKeyEvent", { type: "keyUp", ...process });
  }
  await session.send("Input.insertText", { text: fromTelex(word) });
}

async function typeMarks(session: CDPSession, word: string): Promise<void> {
  for (const letter of word.normalize("NFD")) await sendPacket(session, letter);
}

async function press(session: CDPSession, letter: string): Promise<void> {
  const code = letter === " " ? "Space" : `Key${letter.toUpperCase()}`;
  const key = { key: letter, code, windowsVirtualKeyCode: letter.toUpperCase().charCodeAt(0) };
  await session.send("Input.dispatchKeyEvent", { type: "keyDown", ...key, text: letter });
  await session.send("Input.dispatchKeyEvent", { type: "keyUp", ...key });
}

async function pressNamed(session: CDPSession, name: string, virtual: number, modifiers = 0): Promise<void> {
  const key = { key: name, code: name, windowsVirtualKeyCode: virtual, modifiers };
  await session.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...key });
  await session.send("Input.dispatchKeyEvent", { type: "keyUp", ...key });
}

/** A letter as Windows' SendInput gives it with KEYEVENTF_UNICODE: a key of no keyboard (VK_PACKET) with its text. */
async function sendPacket(session: CDPSession, letter: string): Promise<void> {
  const key = { key: letter, windowsVirtualKeyCode: 231 };
  await session.send("Input.dispatchKeyEvent", { type: "keyDown", ...key, text: letter });
  await session.send("Input.dispatchKeyEvent", { type: "keyUp", ...key });
}
