/** Below every character of a key: parts joined with it are ordered part by part. */
export const partEnd = "\u0001";
const levelEnd = "\u0002";

/** The order of the world's dictionaries (CLDR): spaces, marks, signs, then digits, then letters. */
const signs = "\t\n\r _-–—,;:!?.'\"«»()[]{}§@*/\\&#%`^°+<=>|~$";
const firstDigit = 0x39;
const letters = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
const tones = ["\u0300", "\u0309", "\u0303", "\u0301", "\u0323"];
const shapes: Record<string, string> = {
  "a\u0306": "ă",
  "a\u0302": "â",
  "e\u0302": "ê",
  "o\u0302": "ô",
  "o\u031b": "ơ",
  "u\u031b": "ư",
};

/** Curly quotation marks are the straight ones, as a letter with a tone is the letter. */
const quotes: Record<string, [straight: string, tone: string]> = {
  "‘": ["'", "1"],
  "’": ["'", "2"],
  "“": ['"', "1"],
  "”": ['"', "2"],
};

const placeOfSign = new Map(Array.from(signs).map((sign, at) => [sign, String.fromCharCode(0x03 + at)]));
const placeOfLetter = new Map(
  Array.from(letters).map((letter, at) => [letter, String.fromCharCode(0x45 + at)]),
);

/**
 * A text whose order by characters (SQLite's BINARY) is the order of the Vietnamese alphabet, as
 * `Intl.Collator("vi", { numeric: true })` has it: a ă â … d đ e ê, then tones (huyền, hỏi, ngã, sắc, nặng), then small
 * before capital; digits by their value. Keys of equal texts are equal.
 */
export function vietnameseOrder(text: string): string {
  let key = "";
  let toneLevel = "";
  let caseLevel = "";
  let digits = "";
  const endNumber = () => {
    // The number of digits goes first, so that longer numbers come after shorter ones.
    key += String.fromCharCode(firstDigit, 0x20 + Math.min(digits.length, 90)) + digits;
    toneLevel += "0";
    caseLevel += "0";
    digits = "";
  };
  for (const char of text.normalize("NFC")) {
    if (char >= "0" && char <= "9") {
      digits = digits === "0" ? char : digits + char;
      continue;
    }
    if (digits !== "") endNumber();
    const known = weights.get(char) ?? weigh(char);
    key += known.letter;
    toneLevel += known.tone;
    caseLevel += known.capital;
  }
  if (digits !== "") endNumber();
  const lower = `${levelEnd}${withoutEnd(toneLevel)}${levelEnd}${withoutEnd(caseLevel)}`;
  return lower === levelEnd + levelEnd ? key : key + lower;
}

type Weights = { letter: string; tone: string; capital: string };

/** Filled as characters are met. */
const weights = new Map<string, Weights>();

function weigh(char: string): Weights {
  const weighed = /^\p{M}$/u.test(char) ? { letter: "", tone: "", capital: "" } : weighLetter(char);
  weights.set(char, weighed);
  return weighed;
}

function weighLetter(char: string): Weights {
  const [letter, tone] = readLetter(char.normalize("NFD"));
  const small = letter.toLowerCase();
  const place = placeOfLetter.get(small) ?? placeOfSign.get(small);
  return { letter: place ?? (small < " " ? "" : small), tone, capital: letter === small ? "0" : "1" };
}

/** A letter with its shape (ă, ê, ơ), and the place of its tone: 0 where it has none. */
function readLetter(part: string): [letter: string, tone: string] {
  const [base = "", ...marks] = part;
  const small = base.toLowerCase();
  let letter = base;
  let tone = "0";
  for (const mark of marks) {
    const shaped = shapes[small + mark];
    if (shaped !== undefined) letter = base === small ? shaped : shaped.toUpperCase();
    else if (tones.includes(mark)) tone = String(tones.indexOf(mark) + 1);
  }
  return quotes[part] ?? [letter, tone];
}

function withoutEnd(level: string): string {
  let end = level.length;
  while (level.charCodeAt(end - 1) === 0x30) end -= 1;
  return level.slice(0, end);
}
