import type { Item } from "#shared/archive/item.ts";
import { diffFields, valuesOfItem, valuesOfRecord } from "#shared/inventory/diff-fields.ts";
import { describe, type Held, type KnownFile } from "#shared/inventory/known-files.ts";
import type { ItemFields } from "#shared/inventory/line.ts";
import type { ItemToWrite, Met, Say } from "#shared/inventory/plan-import.ts";

type Settling = {
  held: Held;
  newId: () => string;
  say: Say;
  /** True where another row of the file describes an item in the same words. */
  saidElsewhere: (key: string) => boolean;
};

/**
 * What a row makes of an item: a new one, or one that is listed. A listed one is known by its own code, then by what
 * describes it, then by its ordinal: a row put in between moves those after it, and each keeps its scans.
 */
export function settleItem(
  fields: ItemFields,
  file: KnownFile,
  { held, newId, say, saidElsewhere }: Settling,
): { item?: ItemToWrite; met?: Met } {
  const { ordinal } = fields;
  if (ordinal !== 0 && file.taken.has(ordinal)) {
    say("error", "ordinal-twice", String(ordinal));
    return {};
  }
  // A row without an ordinal is sought where it would stand in a file of these rows alone: there it was put before.
  const counted = ordinal === 0 ? file.rowsLast + 1 : ordinal;
  file.rowsLast = Math.max(file.rowsLast, counted);
  const listed = file.held && findListed(fields, file, counted, saidElsewhere);
  if (listed) {
    file.items.take(listed);
    file.taken.add(ordinal === 0 ? listed.ordinal : ordinal);
    file.last = Math.max(file.last, ordinal);
    const values = valuesOfItem(fields);
    const differences = diffFields(valuesOfRecord(listed, Object.keys(values)), held.said(listed.id), values);
    if (differences.length === 0) say("warning", "already-listed", `${file.code}.${listed.ordinal}`);
    const label = `${file.code} · ${listed.ordinal}`;
    return { met: { collection: "items", id: listed.id, label, values, differences } };
  }
  const given = ordinal === 0 ? file.last + 1 : ordinal;
  if (ordinal === 0) say("warning", "ordinal-missing", String(given));
  file.taken.add(given);
  file.last = Math.max(file.last, given);
  return { item: { id: newId(), fileId: file.id, fields: { ...fields, ordinal: given } } };
}

function findListed(
  fields: ItemFields,
  { items }: KnownFile,
  counted: number,
  saidElsewhere: (key: string) => boolean,
): Item | undefined {
  const known = items.withCode(fields.ext["code"] ?? "") ?? items.described(describe(fields), counted);
  if (known || fields.ordinal === 0) return known;
  const inPlace = items.withOrdinal(fields.ordinal);
  return inPlace && !saidElsewhere(describe(inPlace)) ? inPlace : undefined;
}
