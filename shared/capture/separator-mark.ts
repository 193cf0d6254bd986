import { digestOfText } from "#shared/base/digest.ts";

/**
 * What the code on a separator sheet says: the item that the pages behind it are of, or the file. Its text is
 * `MUCLUC1:<I or F>:<id>:<sum>`, the sum being the first six hexadecimal digits of the SHA-256 of what stands before:
 * in capitals alone, so that the code needs few and large squares.
 */
export type SeparatorMark = { of: "item" | "file"; id: string };

const lead = "MUCLUC1";
const letters = { item: "I", file: "F" } as const;

export function writeSeparatorMark({ of, id }: SeparatorMark): string {
  const said = `${lead}:${letters[of]}:${id}`;
  return `${said}:${sumOf(said)}`;
}

/**
 * What a code found on a page says. `none` for a code that is no separator's, whoever's it is; `damaged` for one that
 * means to be and whose sum is wrong.
 */
export function readSeparatorMark(text: string): SeparatorMark | "none" | "damaged" {
  if (!text.startsWith("MUCLUC")) return "none";
  const found = /^(MUCLUC1:([IF]):([\w-]{1,40})):([0-9A-F]{6})$/.exec(text);
  const [, said, letter, id] = found ?? [];
  if (said === undefined || id === undefined || found?.[4] !== sumOf(said)) return "damaged";
  return { of: letter === "I" ? "item" : "file", id };
}

/** The few signs under the code, to tell one sheet from another by eye. */
export function shortMark(mark: SeparatorMark): string {
  return sumOf(`${lead}:${letters[mark.of]}:${mark.id}`);
}

function sumOf(said: string): string {
  return digestOfText(said).slice(0, 6).toUpperCase();
}
