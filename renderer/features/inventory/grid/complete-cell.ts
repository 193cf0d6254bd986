import type { Cells } from "./row-kind.ts";

/**
 * What a person means by a short text in a cell, seen from the row above: `12` is a day of the month above, `5/3` one
 * of the year above, `05032016` and `5/3/16` are whole dates, `+2` in the leaves are the two leaves after those above. Any other text is
 * answered as it is. In a block (`alone` is false) a number alone is no day: its column may be another one's.
 */
export function completeCell(
  field: string,
  dates: readonly string[],
  text: string,
  above: Cells,
  alone = true,
): string {
  const typed = text.trim();
  if (dates.includes(field)) return completeDate(typed, above[field] ?? "", alone) ?? text;
  if (field === "leaves") return completeLeaves(typed, above["leaves"] ?? "") ?? text;
  return text;
}

function completeDate(typed: string, above: string, alone: boolean): string | undefined {
  const month = alone && /^\d{1,2}$/.test(typed) ? monthOf(above) : "";
  if (month !== "") return `${typed}/${month}`;
  const digits = /^(\d{2})(\d{2})(\d{4})$/.exec(typed);
  if (digits) return digits.slice(1).join("/");
  const short = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{2}))?$/.exec(typed);
  if (!short) return undefined;
  const [, day = "", ofYear = "", lastTwo] = short;
  // The papers are of 1931 to 2030.
  if (lastTwo !== undefined) return `${day}/${ofYear}/${Number(lastTwo) <= 30 ? "20" : "19"}${lastTwo}`;
  const year = yearOf(above);
  return year === "" ? undefined : `${day}/${ofYear}/${year}`;
}

function yearOf(date: string): string {
  return /(\d{4})$/.exec(date)?.[1] ?? "";
}

/** `03/2016` of `03/2016` or `05/03/2016`; nothing of a year alone. */
function monthOf(date: string): string {
  return /(\d{1,2}\/\d{4})$/.exec(date)?.[1] ?? "";
}

function completeLeaves(typed: string, above: string): string | undefined {
  const count = /^\+(\d{1,3})$/.exec(typed)?.[1];
  if (count === undefined || count === "0") return undefined;
  return leavesFrom(lastLeafOf(above) + 1, Number(count));
}

/** The last leaf of `12` or `12-15`; 0 where there is none. */
export function lastLeafOf(leaves: string): number {
  return Number(/(\d{1,6})\s*$/.exec(leaves)?.[1] ?? 0);
}

/** `count` leaves from `first` on, as they are written: `12`, `12-15`. */
export function leavesFrom(first: number, count: number): string {
  return count === 1 ? String(first) : `${first}-${first + count - 1}`;
}

/**
 * The leaves of a row whose pages were just counted, after those of the row above. A leaf has as many written sides
 * as above: two where the row above has more pages than leaves, else one. Nothing where the row above has no leaves.
 */
export function leavesOfPages(pages: string, above: Cells): string | undefined {
  const last = lastLeafOf(above["leaves"] ?? "");
  const count = Number(pages);
  if (last === 0 || !Number.isSafeInteger(count) || count < 1 || count > 9999) return undefined;
  const first = Number(/^\s*(\d{1,6})/.exec(above["leaves"] ?? "")?.[1] ?? last);
  const sides = Number(above["pageCount"] ?? 0) > last - first + 1 ? 2 : 1;
  return leavesFrom(last + 1, Math.ceil(count / sides));
}
