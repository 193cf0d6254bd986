import type { Item } from "#shared/archive/item.ts";
import type { Found, RecordedField } from "#shared/archive/reading.ts";
import { sameValue } from "./same-value.ts";
import { namesIn } from "./settle-reading.ts";

/** How a field of an item stands to what was read: see `words.reading.states`. */
export type FieldStand = "person" | "machine" | "proposed" | "differs" | "listed" | "empty";

type Listed = Pick<Item, RecordedField | "fieldsConfirmed" | "fieldsByMachine">;

export function standOfField(item: Listed, field: RecordedField, found: Found | undefined): FieldStand {
  if (namesIn(item.fieldsConfirmed).includes(field)) return "person";
  if (namesIn(item.fieldsByMachine).includes(field)) return "machine";
  if (item[field] === "") return found ? "proposed" : "empty";
  if (!found) return "listed";
  return sameValue(field, item[field], found.value) ? "proposed" : "differs";
}

/** True where somebody has to look: the machine was not sure, or says otherwise than the list. */
export function awaitsPerson(stand: FieldStand): boolean {
  return stand === "proposed" || stand === "differs";
}
