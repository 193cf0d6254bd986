import { fold } from "#shared/base/fold.ts";
import type { codeLists } from "#shared/contract/workbook.ts";
import { wordsOf } from "#shared/inventory/clean-text.ts";
import { wordsOfList } from "#shared/inventory/read-code.ts";

type CodeList = (typeof codeLists)[number];

/** What a value was confirmed to mean, looked up by `codeKey`; an empty code: it means none. */
export type ConfirmedCodes = ReadonlyMap<string, string>;

/** The key of a value of a list, as values are compared. */
export function codeKey(list: CodeList, value: string): string {
  return `${list}\n${wordsOf(fold(value))}`;
}

/**
 * The code whose words stand in a value that the list does not know ("Quyết định (bản sao)"), or differ from it by a
 * slip of the pen; "" where none is near. A proposal only: it means nothing until a person confirms it. A class of
 * secrecy is never proposed.
 */
export function proposeCode(list: CodeList, value: string): string {
  const words = wordsOf(fold(value));
  if (words === "") return "";
  let best = { code: "", weight: 0 };
  for (const [known, code] of wordsOfList(list)) {
    if ((list === "access" && code === "03") || /^\d+$/.test(known)) continue;
    const weight = nearness(words, known);
    if (weight > best.weight) best = { code, weight };
  }
  return best.code;
}

function nearness(words: string, known: string): number {
  if (` ${words} `.includes(` ${known} `)) return known.length >= 3 ? 100 + known.length : 0;
  if (known.length < 5 || Math.abs(words.length - known.length) > 2) return 0;
  const slips = distance(words, known);
  return slips <= Math.floor(known.length / 5) ? 50 - slips : 0;
}

/** Letters to put in, take out or change to make one text of the other. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let place = 1; place <= other.length; place += 1) {
      const changed = (row[place - 1] ?? 0) + (one[at - 1] === other[place - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[place] ?? 0) + 1, (next[place - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
