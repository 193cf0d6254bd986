import type { Item } from "#shared/archive/item.ts";
import { type RecordedField, recordedFields } from "#shared/archive/reading.ts";
import { namesIn } from "#shared/reading/settle-reading.ts";
import type { Edit } from "#renderer/work/history.ts";

/**
 * The edit by which a person confirms fields of an item with these values: they enter the record, and count as looked
 * at by a person, no longer by the machine.
 */
export function confirmFields(item: Item, values: Partial<Record<RecordedField, string>>): Edit {
  const confirmed = recordedFields.filter((field) => values[field] !== undefined);
  const without = namesIn(item.fieldsByMachine).filter((field) => !confirmed.includes(field));
  const all = recordedFields.filter(
    (field) => confirmed.includes(field) || namesIn(item.fieldsConfirmed).includes(field),
  );
  const fields = { ...values, fieldsConfirmed: all.join(" "), fieldsByMachine: without.join(" ") };
  return { collection: "items", id: item.id, fields: fields as Partial<Item> };
}
