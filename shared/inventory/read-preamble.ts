import { cleanText } from "#shared/inventory/clean-text.ts";
import type { ColumnField } from "#shared/inventory/column-field.ts";
import { headingKey, meaningOf } from "#shared/inventory/headings.ts";

const taken = new Set<ColumnField>([
  "file.code",
  "file.number",
  "file.notation",
  "file.inventory",
  "file.box",
  "file.retention",
]);

/**
 * What the lines above a table say for all its rows: `Hồ sơ số: 05`, `Thời hạn bảo quản: Vĩnh viễn`, `Năm 2015`; the
 * value may stand in the cell after the words. Texts are in Unicode, as the sheet has them.
 */
export function readPreamble(rows: readonly (readonly string[])[]): Map<ColumnField | "year", string> {
  const said = new Map<ColumnField | "year", string>();
  const put = (words: string, value: string) => {
    const field = meaningOf(headingKey(words))?.file;
    const text = cleanText(value).replace(/^[.…_]+|[.…_]+$/g, "");
    if (field !== undefined && taken.has(field) && text !== "" && !said.has(field)) said.set(field, text);
  };
  for (const row of rows) {
    const phrases = row.flatMap((text) => text.split(/[;\n\t]|\s{3,}/)).filter((text) => text.trim() !== "");
    for (const [at, phrase] of phrases.entries()) {
      const year = /^\s*năm\s*:?\s*(\d{4})\s*$/iu.exec(phrase);
      if (year?.[1] !== undefined) said.set("year", year[1]);
      const [words = "", ...rest] = phrase.split(/[:：]/);
      if (rest.length > 0)
        put(words, rest.join(":").trim() === "" ? (phrases[at + 1] ?? "") : rest.join(":"));
      else putUncolonned(phrase, phrases[at + 1], put);
    }
  }
  return said;
}

/** "Hồ sơ số 05" in one cell, or "Hồ sơ số" and "05" in two. */
function putUncolonned(
  phrase: string,
  next: string | undefined,
  put: (words: string, value: string) => void,
) {
  const ended = /^(.*\p{L})\s+(\S*\d\S*)\s*$/u.exec(phrase);
  if (ended) put(ended[1] ?? "", ended[2] ?? "");
  else if (next !== undefined) put(phrase, next);
}
