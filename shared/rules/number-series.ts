import type { Item } from "#shared/archive/item.ts";
import type { NumberSeries } from "#shared/contract/listing.ts";
import { isNormative } from "./decision-kind.ts";
import { issuerKey } from "./issuing-body.ts";
import { typeOfItem } from "./type-of-symbol.ts";
import { longestInOrder } from "./longest-in-order.ts";
import { yearOf } from "./year-of.ts";

/** What of an item the series of numbers are made of. */
export type NumberedItem = Pick<Item, "id" | "type" | "number" | "symbol" | "issuedDate" | "issuer">;

type Numbered = { number: number; id: string; date: string };
type Bucket = Pick<NumberSeries, "year" | "type" | "issuer" | "normative"> & {
  numbered: Numbered[];
  unnumbered: number;
};

/**
 * The series of numbers in these items: one for each year, type, issuer and number form, newest year first. A series
 * begins at 1, so numbers below the first are gaps too; of items without a year (year 0) only repeats are told. Takes
 * time as sorting does. Items withdrawn have to be left out by the caller.
 */
export function numberSeries(items: Iterable<NumberedItem>): NumberSeries[] {
  const buckets = new Map<string, Bucket>();
  for (const item of items) {
    const normative = isNormative(item);
    const type = typeOfItem(item);
    const year = yearOf(item.issuedDate) || yearInSymbol(item);
    const key = [year, type, normative, issuerKey(item.issuer)].join("|");
    let bucket = buckets.get(key);
    if (!bucket) {
      bucket = { year, type, issuer: item.issuer, normative, numbered: [], unnumbered: 0 };
      buckets.set(key, bucket);
    }
    const number = wholeNumber(item.number);
    if (number === undefined) bucket.unnumbered += 1;
    else bucket.numbered.push({ number, id: item.id, date: item.issuedDate });
  }
  return [...buckets.values()].map(seriesOf).sort(inOrder);
}

/** A document's number as a whole number above 0 (`012` is 12); nothing for `12a`, blank, or more than nine digits. */
export function wholeNumber(number: string): number | undefined {
  const digits = /^\s*0*(\d{1,9})\s*$/.exec(number)?.[1];
  return digits === undefined || Number(digits) === 0 ? undefined : Number(digits);
}

function seriesOf({ numbered, unnumbered, ...which }: Bucket): NumberSeries {
  const sorted = numbered.sort(
    (a, b) => a.number - b.number || (a.date < b.date ? -1 : a.date > b.date ? 1 : 0),
  );
  const gaps: [number, number][] = [];
  const repeats: NumberSeries["repeats"] = [];
  let last = 0;
  let held: Numbered[] = [];
  for (const one of sorted) {
    if (one.number === last) {
      held.push(one);
      if (held.length === 2) repeats.push({ number: last, itemIds: held.map(({ id }) => id) });
      else repeats.at(-1)?.itemIds.push(one.id);
      continue;
    }
    if (one.number > last + 1 && which.year !== 0) gaps.push([last + 1, one.number - 1]);
    last = one.number;
    held = [one];
  }
  // A month or a year alone says nothing of the order of days.
  const dated = which.year === 0 ? [] : sorted.filter(({ date }) => date.length === 10);
  const kept = longestInOrder(dated.map(({ date }) => date));
  return {
    ...which,
    first: sorted[0]?.number ?? 0,
    last,
    count: sorted.length,
    gaps,
    repeats,
    outOfOrder: dated
      .filter((_, index) => !kept.has(index))
      .map(({ number, id, date }) => ({ number, itemId: id, date })),
    unnumbered,
  };
}

function yearInSymbol({ number, symbol }: NumberedItem): number {
  return Number(/(?:^|\/)((?:19|20)\d{2})\/\p{L}/u.exec(`${number}/${symbol}`)?.[1] ?? 0);
}

function inOrder(a: NumberSeries, b: NumberSeries): number {
  return (
    b.year - a.year ||
    compare(a.type, b.type) ||
    compare(issuerKey(a.issuer), issuerKey(b.issuer)) ||
    Number(a.normative) - Number(b.normative)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
