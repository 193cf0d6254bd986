import type { Item } from "#shared/archive/item.ts";
import { fold } from "#shared/base/fold.ts";
import { maskIdentityNumbers } from "#shared/portal/identity-numbers.ts";
import { issuerKey } from "#shared/rules/issuing-body.ts";

/**
 * What records are found by field by field, as the catalogue keeps it. Numbers of papers of identity are covered in it
 * for everybody: a part that is looked for must not tell what the reading copies hide.
 */
export type SoughtFields = {
  /** `123/qd-ubnd/` of number 123 and symbol QĐ-UBND; empty where there is neither. */
  number: string;
  /** As `issuerKey`. */
  issuer: string;
  /** The first and the last day (`yyyy-mm-dd`) of what was dated; empty where no date is known. */
  begins: string;
  ends: string;
};

export function fieldsOfItem(item: Pick<Item, "number" | "symbol" | "issuer" | "issuedDate">): SoughtFields {
  const [number, symbol] = [plainNumber(item.number), plainSymbol(item.symbol)];
  return {
    number: number + symbol === "" ? "" : `${number}/${symbol}/`,
    issuer: issuerKey(maskIdentityNumbers(item.issuer)),
    ...spanOf(item.issuedDate, item.issuedDate),
  };
}

export function fieldsOfFile(file: { startDate: string; endDate: string }): SoughtFields {
  const { startDate, endDate } = file;
  return { number: "", issuer: "", ...spanOf(startDate || endDate, endDate || startDate) };
}

/** The days from the beginning of one date to the end of another, each `yyyy`, `yyyy-mm` or `yyyy-mm-dd`. */
export function spanOf(start: string, end: string): { begins: string; ends: string } {
  return { begins: start && firstDay(start), ends: end && lastDay(end) };
}

/** The first day of a date; compared as a text, so that no month needs its length. */
export function firstDay(date: string): string {
  return `${date}${"-01-01".slice(date.length - 4)}`;
}

export function lastDay(date: string): string {
  return `${date}${"-12-31".slice(date.length - 4)}`;
}

/**
 * A pattern (SQL `like`) of the numbers that a person asks for: `123` is the number alone, `123/QĐ` a number with the
 * beginning of its symbol, `QĐ-UBND` a symbol or a part of one. Zeros before a number and what stands between the parts
 * of a symbol do not count.
 */
export function numberPattern(asked: string): string {
  const { number, symbol } = partsOf(asked);
  if (number === undefined) return `%/%${escaped(plainSymbol(asked))}%`;
  return `${escaped(number)}/${escaped(plainSymbol(symbol))}%`;
}

/**
 * The words of which any stands in what is found by a number, with as many zeros before it as are written; none for a
 * symbol alone. By them the index of words is asked, which spares one of numbers at each row that is catalogued.
 */
export function numberWords(asked: string): string[] {
  const { number } = partsOf(asked);
  return number === undefined ? [] : ["", "0", "00", "000"].map((zeros) => `${zeros}${number}`);
}

function partsOf(asked: string): { number: string | undefined; symbol: string } {
  const [, number, , symbol = ""] = /^(\d+[a-z]?)([-/](.*))?$/.exec(plainText(asked)) ?? [];
  return { number: number && plainNumber(number), symbol };
}

/** A pattern of the bodies whose name holds what a person asks for, by `issuerKey`. */
export function issuerPattern(asked: string): string {
  return `%${escaped(issuerKey(asked))}%`;
}

function plainText(text: string): string {
  return fold(maskIdentityNumbers(text)).replace(/\s+/gu, "");
}

function plainNumber(text: string): string {
  return plainText(text)
    .replace(/^0+(?=\d)/, "")
    .replaceAll("/", "-");
}

function plainSymbol(text: string): string {
  return plainText(text)
    .replaceAll(/[-–—/.]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}

function escaped(text: string): string {
  return text.replaceAll(/[%_\\]/g, "\\$&");
}
