import type { Item } from "#shared/archive/item.ts";
import { type Found, type RecordedField, recordedFields } from "#shared/archive/reading.ts";
import type { Fields } from "./read-letter.ts";
import { readingProfile, type ReadingProfile } from "./reading-profile.ts";
import { sameValue } from "./same-value.ts";

export type Confirmation = Pick<Item, RecordedField | "fieldsConfirmed" | "fieldsByMachine" | "checkedAt">;

/**
 * What a reading changes of an item. Nothing unconfirmed enters: a field is written only where it was empty and the
 * reading is beyond doubt, and counts as confirmed by the machine there and where the listed value says the same. What
 * a person confirmed, and an item that was checked, are left alone.
 */
export function settleReading(
  item: Confirmation,
  fields: Fields,
  profile: ReadingProfile = readingProfile,
): Partial<Item> {
  if (item.checkedAt !== "") return {};
  const byPerson = namesIn(item.fieldsConfirmed);
  const byMachine = new Set(namesIn(item.fieldsByMachine));
  const changes: Partial<Record<RecordedField, string>> = {};
  for (const field of recordedFields) {
    if (byPerson.includes(field)) continue;
    const found = fields[field];
    byMachine.delete(field);
    if (!found) continue;
    if (item[field] === "" && isCertain(field, found, profile)) {
      changes[field] = found.value;
      byMachine.add(field);
    } else if (item[field] !== "" && isSupported(field, item[field], found, profile)) byMachine.add(field);
  }
  return { ...(changes as Partial<Item>), fieldsByMachine: [...byMachine].sort().join(" ") };
}

/** Whether the reading alone is believed. */
export function isCertain(
  field: RecordedField,
  found: Found,
  profile: ReadingProfile = readingProfile,
): boolean {
  const from = profile.confirmFrom[field];
  return from !== undefined && found.confidence >= from && found.doubts.length === 0;
}

function isSupported(field: RecordedField, listed: string, found: Found, profile: ReadingProfile): boolean {
  const from = profile.agreeFrom[field];
  return from !== undefined && found.confidence >= from && sameValue(field, listed, found.value);
}

/** The names of fields in a list of an item. */
export function namesIn(list: string): RecordedField[] {
  const names = list.split(" ");
  return recordedFields.filter((field) => names.includes(field));
}
