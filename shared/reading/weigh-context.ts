import { yearOf } from "#shared/rules/year-of.ts";
import type { Found } from "#shared/archive/reading.ts";
import type { Fields } from "./read-letter.ts";

/** What the inventory knows around an item; years 0 and empty lists where it knows nothing. */
export type ReadingContext = {
  /** The first and last year of the file, and the year of the day. */
  years: { from: number; to: number; now: number };
  /** Other letters of the same file, to hold the number's place in its year against. */
  others: readonly { number: string; symbol: string; issuedDate: string }[];
};

const oldest = 1930;

/** The fields held against one another and what is listed: what does not fit is kept, and is no longer sure. */
export function weighContext(fields: Fields, context: ReadingContext): Fields {
  const weighed = { ...fields };
  const { issuedDate, symbol, number } = fields;
  const year = yearOf(issuedDate?.value ?? "");
  const inSymbol = /^((?:19|20)\d{2})\//.exec(symbol?.value ?? "")?.[1];
  const { from, to, now } = context.years;
  const isOdd =
    year !== 0 &&
    (year < oldest ||
      year > now ||
      (from > 0 && year < from) ||
      (to > 0 && year > to) ||
      (inSymbol !== undefined && Number(inSymbol) !== year));
  if (issuedDate && isOdd) weighed.issuedDate = lower(issuedDate, "year-odd");
  if (symbol && isOdd && inSymbol !== undefined && Number(inSymbol) !== year)
    weighed.symbol = lower(symbol, "year-odd");
  if (
    number &&
    issuedDate &&
    symbol &&
    isOutOfSeries(context, number.value, symbol.value, issuedDate.value)
  ) {
    weighed.number = lower(number, "out-of-series");
  }
  return weighed;
}

/** True where a letter of the same symbol and year has a lower number on a later day, or a higher one on an earlier. */
function isOutOfSeries({ others }: ReadingContext, number: string, symbol: string, date: string): boolean {
  const own = Number.parseInt(number, 10);
  return others.some((other) => {
    const number = Number.parseInt(other.number, 10);
    if (other.symbol !== symbol || yearOf(other.issuedDate) !== yearOf(date) || other.issuedDate.length < 10)
      return false;
    if (number === own) return other.issuedDate !== date;
    return number < own ? other.issuedDate > date : other.issuedDate < date;
  });
}

function lower(found: Found, doubt: Found["doubts"][number]): Found {
  return { ...found, confidence: Math.min(0.6, found.confidence), doubts: [...found.doubts, doubt] };
}
