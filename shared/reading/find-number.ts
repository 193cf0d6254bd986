import type { Found } from "#shared/archive/reading.ts";
import { splitSymbol } from "#shared/inventory/split-symbol.ts";
import { typeOfSymbol } from "#shared/rules/type-of-symbol.ts";
import { type Line, type Word, wordsAt } from "./lines.ts";

type Finding = Omit<Found, "pageId">;

/** Number and symbol of a letter, and the line they stand on. */
export type NumberFound = { number: Finding; symbol: Finding; line: Line; words: Word[] };

const label = /^\W{0,3}(?:[s$]|so|s0|s6|s\u00f3)\s*[:.;,]*\s*(?=\d|[/–-]|[oilzsb]\d)/;
const bare = /^\W{0,3}\d{1,6}[a-z]?\s*[/–-]\s*\p{L}/u;
const bodies = ["UBND", "HĐND", "UB"];
const symbolForm = /^(?:(?:19|20)\d{2}\/)?\p{Lu}[\p{L}]{0,7}(?:[-/]\p{L}{1,8}(?: ?\p{L}{1,8})?){0,3}$/u;

/** The line of "Số: 123/QĐ-UBND" among the lines of the head's left column; old papers write `64-CP` or `86 TT/ĐC`. */
export function findNumber(lines: readonly Line[]): NumberFound | undefined {
  for (const [pattern, how] of [
    [label, "pattern"],
    [bare, "loose-pattern"],
  ] as const) {
    for (const line of lines) {
      const found = pattern.exec(line.folded);
      if (!found || line.folded.length !== line.text.length) continue;
      const from = how === "pattern" ? found[0].length : 0;
      const words = wordsAt(line, from, line.text.length);
      return { ...readNotation(line.text.slice(from), words, how), line, words };
    }
  }
  return undefined;
}

/** True where type and body are of the usual letters: in others a letter read too much is not noticed. */
function isPlainSymbol(symbol: string): boolean {
  const parts = symbol.replace(/^(19|20)\d{2}\//, "").split(/[-/]/);
  return parts.every((part) => bodies.includes(part) || typeOfSymbol(part) !== "");
}

/** Number and symbol out of what stands after "Số". */
export function readNotation(
  text: string,
  words: readonly Word[],
  how: Finding["how"],
): { number: Finding; symbol: Finding } {
  const plain = text
    .normalize("NFC")
    // The Icelandic capital looks the same and is what readers of other scripts give.
    .replace(/[ÐƉ]/g, "Đ")
    .replace(/\s*[/|]\s*/g, "/")
    .replace(/\s*[-–—]\s*/g, "-")
    .replace(/[\s.,;:'"`_]+$/g, "")
    .trim();
  const first = /^[\dOoIlZSB]+/.exec(plain)?.[0] ?? "";
  const digits = first
    .replace(/[Oo]/g, "0")
    .replace(/[Il]/g, "1")
    .replace(/Z/g, "2")
    .replace(/S/g, "5")
    .replace(/B/g, "8");
  const guessed = digits !== first && /\d/.test(first);
  const { number, symbol } = splitSymbol(guessed ? digits + plain.slice(first.length) : plain);
  const boxes = words.map(({ box }) => box);
  const isSymbol = symbolForm.test(symbol);
  const numberDoubts: Finding["doubts"] = guessed ? ["faint"] : [];
  return {
    number: {
      value: number,
      confidence:
        number === ""
          ? 0
          : guessed || !/^\d{1,6}[a-zđ]?$/iu.test(number)
            ? 0.3
            : how === "pattern"
              ? 0.75
              : 0.6,
      boxes,
      how,
      doubts: numberDoubts,
    },
    symbol: {
      value: symbol.slice(0, 30),
      confidence: symbol === "" ? 0 : isSymbol ? (how === "pattern" ? 0.75 : 0.6) : 0.3,
      boxes,
      how,
      doubts: isSymbol || symbol === "" ? (isPlainSymbol(symbol) ? [] : ["not-known"]) : ["faint"],
    },
  };
}
