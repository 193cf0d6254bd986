import { documentTypeName } from "#shared/archive/codes.ts";
import type { CollectionName, Records } from "#shared/archive/collections.ts";
import { markedWords, plainWords } from "./words.ts";

/** What a record is found by, per collection; pages are found by their words object. */
const texts: { [Name in CollectionName]: (record: Records[Name]) => string[] } = {
  fonds: (fonds) => [fonds.code, fonds.name, fonds.archiveCode, fonds.dateSpan, fonds.history, fonds.note],
  batches: (batch) => [batch.number, batch.name, batch.note],
  files: (file) => [
    file.code,
    file.notation,
    file.title,
    ...datesOf(file.startDate),
    ...datesOf(file.endDate),
    file.keywords,
    file.note,
  ],
  items: (item) => [
    notationOf(item),
    documentTypeName(item.type),
    item.subject,
    item.issuer,
    ...datesOf(item.issuedDate),
    item.signer,
    item.addressee,
    item.keywords,
    item.autograph,
    item.note,
  ],
  pages: () => [],
  exclusions: () => [],
  groups: (group) => [group.notation, group.title, group.note],
  boxes: (box) => [box.number, box.room, box.shelf, box.tier, box.note],
  terms: () => [],
  conflicts: () => [],
  handovers: () => [],
  custody: () => [],
  points: () => [],
  notes: () => [],
  reports: () => [],
};

/** The text a record is found by, one line for each field. */
export function textOfRecord<Name extends CollectionName>(collection: Name, record: Records[Name]): string {
  return texts[collection](record)
    .filter((text) => text !== "")
    .join("\n");
}

/**
 * What the index stores of a text: its words without marks, then with them. One column holds both, for a filter by
 * column doubles the time of a common word; the word between keeps a phrase from reaching across.
 */
export function indexedWords(text: string): string {
  const plain = plainWords(text).join(" ");
  const marked = markedWords(text).join(" ");
  return plain === marked ? plain : `${plain} ${border} ${marked}`;
}

const border = "xxborderxx";

/** Số and ký hiệu as they are written on paper. */
export function notationOf(item: { number: string; symbol: string }): string {
  return item.number !== "" && item.symbol !== ""
    ? `${item.number}/${item.symbol}`
    : item.number + item.symbol;
}

/** A date as stored and as people write it: `1998-05-03` and `03/05/1998`. */
function datesOf(date: string): string[] {
  return date.includes("-") ? [date, writtenDate(date)] : [date];
}

/** `1998-05-03` as `03/05/1998`, `1998-05` as `05/1998`. */
export function writtenDate(date: string): string {
  return date.split("-").reverse().join("/");
}
