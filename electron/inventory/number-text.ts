import { dayOfSerial } from "#shared/inventory/read-date.ts";
import type { CellFormat } from "./read-styles.ts";

/** A number as it reads: a day where its format shows one, filled up with zeros where its format says so. */
export function numberText(
  value: string,
  format: Pick<CellFormat, "shows" | "digits"> | undefined,
  from1904: boolean,
): string {
  const number = Number(value);
  if (value.trim() === "" || !Number.isFinite(number)) return "";
  // No archive has a day of 1900: such a "day" is a plain number in a cell with a day's format.
  if (format && format.shows !== "" && number >= 367) {
    const day = dayOfSerial(number, from1904);
    if (day !== undefined) return day.slice(0, { day: 10, month: 7, year: 4 }[format.shows]);
  }
  const text = String(number);
  return format && format.digits > 0 && /^\d+$/.test(text) ? text.padStart(format.digits, "0") : text;
}
