const romanDigits: readonly (readonly [string, number])[] = [
  ["XC", 90],
  ["L", 50],
  ["XL", 40],
  ["X", 10],
  ["IX", 9],
  ["V", 5],
  ["IV", 4],
  ["I", 1],
];

/** The letters that clauses of Vietnamese documents are marked with, in their order. */
const letters = "abcdđeghiklmnopqrstuvxy";

function writeRoman(number: number): string {
  let rest = number;
  let text = "";
  for (const [digit, worth] of romanDigits) {
    while (rest >= worth) {
      text += digit;
      rest -= worth;
    }
  }
  return text;
}

/** Roman numbers from I to LXXXIX: as many as groups of one kind are ever numbered. */
const romans = new Map(Array.from({ length: 89 }, (_, at) => [writeRoman(at + 1), at + 1]));

/** One way of counting: the place of a notation in it, from 1, and the notation at a place. */
type Count = { read: (notation: string) => number | undefined; write: (place: number) => string };

const roman: Count = { read: (notation) => romans.get(notation), write: writeRoman };

const lower: Count = {
  read: (notation) => (notation.length === 1 ? letters.indexOf(notation) + 1 || undefined : undefined),
  write: (place) => letters.charAt(place - 1),
};

const upper: Count = {
  read: (notation) => (notation === notation.toLowerCase() ? undefined : lower.read(notation.toLowerCase())),
  write: (place) => lower.write(place).toUpperCase(),
};

/** Numbers, alone or after a beginning they share (`3`, `1.3`, `B2`), filled up with zeros as they are. */
function numbered(sample: string): Count {
  const { head = "", digits = "" } = /^(?<head>.*?)(?<digits>\d{1,9})$/u.exec(sample)?.groups ?? {};
  return {
    read(notation) {
      const rest = notation.startsWith(head) ? notation.slice(head.length) : "";
      return digits !== "" && /^\d{1,9}$/.test(rest) ? Number(rest) : undefined;
    },
    write: (place) => head + String(place).padStart(digits.startsWith("0") ? digits.length : 1, "0"),
  };
}

/** How groups of a level are counted where none of them is there yet: `I`, `1`, `a`, then `1` and `a` in turn. */
const countOfLevel = (level: number): Count =>
  level === 1 ? roman : level % 2 === 0 ? numbered("1") : lower;

/**
 * The notation (ký hiệu) after those of a group's siblings, counted as they are; nothing where they follow no count
 * or it is at its end. Without siblings it is the first of the level, which counts from 1.
 */
export function nextNotation(siblings: readonly string[], level: number): string {
  const given = siblings.filter((notation) => notation !== "");
  if (given.length === 0) return siblings.length === 0 ? countOfLevel(level).write(1) : "";
  const taken = new Set(given);
  const count = countOf(given);
  if (!count) return "";
  const next = count.write(Math.max(...given.map((notation) => count.read(notation) ?? 0)) + 1);
  return taken.has(next) ? "" : next;
}

/**
 * The notations of siblings in a row, in the order in which they stand: counted on from the least of them as they are
 * counted, or from the first of the level where they follow no count.
 */
export function renumbered(siblings: readonly string[], level: number): string[] {
  const given = siblings.filter((notation) => notation !== "");
  const count = countOf(given) ?? countOfLevel(level);
  const least = Math.min(...given.map((notation) => count.read(notation) ?? 1));
  const first = Number.isFinite(least) ? least : 1;
  const made = siblings.map((_, at) => count.write(first + at));
  // A count that ends before the siblings do is none for them.
  return made.includes("") ? siblings.map((_, at) => String(at + 1)) : made;
}

/** The way of counting that all of these notations follow. */
function countOf(given: readonly string[]): Count | undefined {
  if (given.length === 0) return undefined;
  return [roman, upper, lower, numbered(given[0] ?? "")].find(({ read }) =>
    given.every((notation) => read(notation) !== undefined),
  );
}
