import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Item } from "#shared/archive/item.ts";
import type { FileFields, ItemFields } from "#shared/inventory/line.ts";

/** What a sheet, or a record, says: value by field, `ext.` before the names of what goes beyond a record's fields. */
export type Values = Readonly<Record<string, string | number>>;

/** A field that a sheet says otherwise than the record does. */
export type Difference = { field: string; was: string | number; becomes: string | number; conflict: boolean };

/** What a row says of a file, without its code: by that it is known again. Nothing is said where a cell is empty. */
export function valuesOfFile(fields: FileFields): Values {
  const { number, ext, ...own } = { ...fields, code: "" };
  const beyond = number === "" || number === own.notation ? ext : { ...ext, number };
  return said({ ...own, ...prefixed(beyond) });
}

/** What a row says of an item. */
export function valuesOfItem({ ext, ...own }: ItemFields): Values {
  return said({ ...own, ...prefixed(ext) });
}

/** What a record says in the fields that a sheet speaks of. */
export function valuesOfRecord(record: ArchiveFile | Item, fields: readonly string[]): Values {
  const own = new Map<string, unknown>(Object.entries(record));
  const beyond = new Map<string, unknown>(Object.entries(record.ext));
  const values: Record<string, string | number> = {};
  for (const field of fields) {
    const value = field.startsWith("ext.") ? beyond.get(field.slice(4)) : own.get(field);
    values[field] = typeof value === "string" || typeof value === "number" ? value : "";
  }
  return values;
}

/**
 * Where a sheet differs from a record. `before` is what the last import said of the record: what the sheet has not
 * changed since is no difference, so that a person's own edit stays; what both changed is a conflict, and so is
 * everything where no import said anything and the field is filled.
 */
export function diffFields(listed: Values, before: Values | undefined, sheet: Values): Difference[] {
  const differences: Difference[] = [];
  for (const [field, becomes] of Object.entries(sheet)) {
    const was = listed[field] ?? "";
    if (was === becomes || before?.[field] === becomes) continue;
    const untouched = isBlank(was) || (before !== undefined && before[field] === was);
    differences.push({ field, was, becomes, conflict: !untouched });
  }
  return differences;
}

/** The changes to a record that differences make, for `editRecord`. */
export function changesOf(
  record: { ext: object },
  differences: readonly Difference[],
): Record<string, unknown> {
  const changes: Record<string, unknown> = {};
  const beyond: Record<string, unknown> = {};
  for (const { field, becomes } of differences) {
    if (field.startsWith("ext.")) beyond[field.slice(4)] = becomes;
    else changes[field] = becomes;
  }
  return Object.keys(beyond).length === 0 ? changes : { ...changes, ext: { ...record.ext, ...beyond } };
}

function isBlank(value: string | number): boolean {
  return value === "" || value === 0;
}

function said(values: Record<string, string | number>): Values {
  const spoken: Record<string, string | number> = {};
  for (const field in values) {
    const value = values[field];
    if (value !== undefined && !isBlank(value)) spoken[field] = value;
  }
  return spoken;
}

function prefixed(ext: Readonly<Record<string, string>>): Record<string, string> {
  const named: Record<string, string> = {};
  for (const name in ext) named[`ext.${name}`] = ext[name] ?? "";
  return named;
}
