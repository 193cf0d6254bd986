import { writeDate } from "#shared/archive/date-text.ts";
import { cleanText } from "#shared/inventory/clean-text.ts";
import { readDate } from "#shared/inventory/read-date.ts";

/** The usual form of a date as typed, or nothing where it is no date. */
export function readTypedDate(text: string): string | undefined {
  const date = readDate(cleanText(text));
  return date === undefined ? undefined : writeDate(date);
}
