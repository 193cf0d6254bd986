import { joinDate } from "#shared/inventory/read-date.ts";
import type { Found } from "#shared/archive/reading.ts";
import { type Line, readWell, wordsAt } from "./lines.ts";

type Finding = Omit<Found, "pageId">;

/** The date and place of a letter, and the words of the date, which are read a second time. */
export type DateFound = { date: Finding; place?: Finding };

const digitLike = "[0-9oilzsb]{1,2}";
const long = new RegExp(
  `n[gq]?[aou]?[yv]\\s*[.,:]?\\s*(${digitLike})\\s*t?[hn]?[auo]n[gq]\\s*[.,:]?\\s*(${digitLike})\\s*[nr][aeo]m\\s*[.,:]?\\s*([0-9oilzsb]{4})`,
);
const short = new RegExp(
  `(?:n[gq]?[aou]?[yv]\\s*[.,:]?\\s*)(${digitLike})\\s*[-/.]\\s*(${digitLike})\\s*[-/.]\\s*([0-9oilzsb]{4})`,
);

/** The date among the lines of the head: `…, ngày 05 tháng 3 năm 1998`, or `ngày 5-3-1998` on old papers. */
export function findDate(lines: readonly Line[]): DateFound | undefined {
  for (const line of lines) {
    for (const [pattern, how] of [
      [long, "pattern"],
      [short, "loose-pattern"],
    ] as const) {
      const found = pattern.exec(line.folded);
      if (!found) continue;
      const [day = "", month = "", year = ""] = found.slice(1).map(asDigits);
      const value = joinDate(day, month, year);
      const words = wordsAt(line, found.index, found.index + found[0].length);
      const doubts: Finding["doubts"] = [];
      const guessed = found.slice(1).some((part) => /\D/.test(part));
      if (guessed) doubts.push("faint");
      if (value === undefined || value.length < 10) doubts.push("not-a-day");
      const confidence = value?.length === 10 && !guessed ? 0.75 : 0.3;
      const date = { value: value ?? "", confidence, boxes: words.map(({ box }) => box), how, doubts };
      const place = placeBefore(line, found.index);
      return place ? { date, place } : { date };
    }
  }
  return undefined;
}

/** Letters that are read for digits, as the digits they stand for. */
function asDigits(text: string): string {
  return text
    .replace(/o/g, "0")
    .replace(/[il]/g, "1")
    .replace(/z/g, "2")
    .replace(/s/g, "5")
    .replace(/b/g, "8");
}

function placeBefore(line: Line, end: number): Finding | undefined {
  const words = wordsAt(line, 0, Math.max(0, end - 1));
  const value = words
    .map(({ text }) => text)
    .join(" ")
    .replace(/^[^\p{L}]+|[\s,.;:]+$/gu, "");
  if (value === "") return undefined;
  const confidence = 0.8 * readWell(words);
  return { value, confidence, boxes: words.map(({ box }) => box), how: "position", doubts: [] };
}
