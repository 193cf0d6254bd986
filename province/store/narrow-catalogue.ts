import { codesOf, type Successor, successorsOf } from "#shared/archive/successor.ts";
import type { CatalogueFilter } from "#shared/contract/catalogue.ts";
import type { Place } from "#province/access/reader.ts";
import { textList } from "./lists.ts";
import { wordQuery } from "./search-index.ts";
import { firstDay, issuerPattern, lastDay, numberPattern, numberWords } from "./sought-fields.ts";

/** SQL of each part of a filter; a commune of today is those that went to it, whole or by choice. */
export function narrowedBy(
  filter: CatalogueFilter,
  successors: readonly Successor[],
  place: Place,
): string[] {
  const { kind, district, commune, newCommune, type, year, signer, number, issuer, from, to } = filter;
  const conditions: string[] = [];
  if (kind !== undefined) conditions.push(`c.kind = ${place(kind)}`);
  if (district !== undefined) conditions.push(`c.district = ${place(district)}`);
  if (commune !== undefined) conditions.push(`c.scope = ${place(commune)}`);
  if (newCommune !== undefined) {
    const to = successors.filter((successor) => successor.to.scope === newCommune);
    const only = ({ from }: Successor) => successorsOf(successors, from).length === 1;
    const whole = place(textList(to.filter(only).map(({ from }) => from)));
    const split = place(textList(to.filter((one) => !only(one)).map(({ from }) => from)));
    // No valid choice is none: the code may be of a unit that is no successor.
    const others = place(
      textList(
        to
          .filter((one) => !only(one))
          .flatMap(({ from }) => successorsOf(successors, from))
          .filter((other) => other.to.scope !== newCommune)
          .flatMap((other) => codesOf(other).map((code) => `${other.from} ${code}`)),
      ),
    );
    conditions.push(
      `(c.scope = any(${whole}::text::text[]) or (c.scope = any(${split}::text::text[])
        and c.scope || ' ' || c.successor <> all(${others}::text::text[])))`,
    );
  }
  if (type !== undefined) conditions.push(`c.type = ${place(type)}`);
  if (year !== undefined) conditions.push(`c.year = ${place(year)}`);
  if (signer !== undefined)
    conditions.push(`lower(c.signer) = ${place(signer.normalize("NFC").toLowerCase())}`);
  if (number !== undefined) {
    const words = numberWords(number).map((word) => wordQuery(word));
    if (words.length > 0) conditions.push(`c.words @@ ${place(words.join(" | "))}::tsquery`);
    conditions.push(`c.number like ${place(numberPattern(number))}`);
  }
  if (issuer !== undefined) conditions.push(`c.issuer like ${place(issuerPattern(issuer))}`);
  // What is dated by a year alone may lie in any part of it: what cannot be ruled out is shown.
  if (from !== undefined) conditions.push(`c.ends >= ${place(firstDay(from))}`);
  if (to !== undefined) conditions.push(`c.begins <> '' and c.begins <= ${place(lastDay(to))}`);
  return conditions;
}
