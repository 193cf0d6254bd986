import { documentTypes } from "#shared/archive/codes.ts";
import { writeDate } from "#shared/archive/date-text.ts";
import type { Item } from "#shared/archive/item.ts";
import { type ItemReading, type RecordedField, recordedFields } from "#shared/archive/reading.ts";
import { fold } from "#shared/base/fold.ts";
import { cleanText } from "#shared/inventory/clean-text.ts";
import { readDate } from "#shared/inventory/read-date.ts";
import { splitSymbol } from "#shared/inventory/split-symbol.ts";
import { findDate } from "#shared/reading/find-date.ts";
import { lineFrom } from "#shared/reading/lines.ts";

export type Draft = Record<RecordedField, string>;

/** The most characters each field of the record takes. */
export const limits: Record<RecordedField, number> = {
  number: 11,
  symbol: 30,
  issuedDate: 10,
  type: 2,
  issuer: 200,
  subject: 500,
  signer: 100,
};

/** What the form begins with: the listed values, and what was read where nothing is listed. Dates as people write them. */
export function draftOf(item: Item, reading: ItemReading | undefined): Draft {
  return Object.fromEntries(
    recordedFields.map((field) => {
      const value = item[field] === "" ? (reading?.fields[field]?.value ?? "") : item[field];
      return [field, writtenOf(field, value)];
    }),
  ) as Draft;
}

/** A field's value as it is typed and shown. */
export function writtenOf(field: RecordedField, value: string): string {
  return field === "issuedDate" ? writeDate(value) : value;
}

/** What is wrong with a typed value, or the value as the record keeps it. */
export function readField(
  field: RecordedField,
  typed: string,
): { value: string } | { problem: "not-a-date" | "too-long" } {
  const text = cleanText(typed);
  if (field === "issuedDate") {
    const date = readDate(text);
    return date === undefined ? { problem: "not-a-date" } : { value: date };
  }
  return text.length > limits[field] ? { problem: "too-long" } : { value: text };
}

/** Words taken from the scan in the form of a field: a date out of "ngày 5 tháng 3 năm 1998", the number out of "Số: 12/QĐ". */
export function fillField(field: RecordedField, words: string): string {
  const text = cleanText(words);
  if (field === "issuedDate") {
    const date = findDate([lineFrom(text)])?.date.value ?? readDate(text.replace(/^ngày\s*/i, "")) ?? "";
    return date === "" ? text : writeDate(date);
  }
  const { number, symbol } = splitSymbol(text);
  if (field === "number") return number === "" ? text : number;
  if (field === "symbol") return symbol === "" ? text : symbol;
  if (field === "type") return documentTypes.find(([, name]) => fold(name) === fold(text))?.[0] ?? "";
  return text;
}
