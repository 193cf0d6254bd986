import type { CollectionName } from "#shared/archive/collections.ts";
import { dueFields, dueSteps, type OwnDue } from "#shared/archive/batch-due.ts";
import type { PaperHold } from "#shared/archive/paper-hold.ts";
import type { Words } from "#shared/text/vi.ts";
import { codeOptions } from "#renderer/app/code-options.ts";
import type { Format } from "#renderer/app/format.ts";

/** The name of a field as its form calls it; the field's own name where no form shows it. */
export function nameOfField(words: Words, collection: CollectionName, field: string): string {
  const forms: Partial<Record<CollectionName, object>> = {
    fonds: words.inventory.fonds,
    files: words.inventory.file,
    items: words.inventory.item,
  };
  const label: unknown = new Map<string, unknown>(Object.entries(forms[collection] ?? {})).get(field);
  if (typeof label === "string") return label;
  const due = dueSteps.find((step) => dueFields[step] === field);
  if (due !== undefined) return words.dues.fieldOf(words.batches.steps[due]);
  return words.trail.fields[field] ?? field;
}

/** The options of a field whose values are codes; nothing for the others. */
export function optionsOfField(
  words: Words,
  field: string,
): readonly { value: string; label: string }[] | undefined {
  return new Map<string, readonly { value: string; label: string }[]>(Object.entries(codeOptions(words))).get(
    field,
  );
}

/** A field's value as people read it: codes by their names, dates as written on paper. */
export function inWords(words: Words, format: Format, field: string, value: unknown): string {
  if (value === null || value === "" || value === 0) return words.trail.empty;
  if (field === "held" && isHold(value)) {
    const { reasons, lift } = words.holds;
    return [value.code === "" ? lift : reasons[value.code], value.why]
      .filter((part) => part !== "")
      .join(": ");
  }
  if (isOwnDue(value))
    return [value.day === "" ? words.dues.usual : format.date(value.day), value.why].join(": ");
  if (typeof value === "boolean") return value ? words.common.yes : words.common.no;
  if (typeof value !== "string") return typeof value === "number" ? String(value) : JSON.stringify(value);
  const named = optionsOfField(words, field)?.find((option) => option.value === value)?.label;
  if (named !== undefined) return named;
  return /^\d{4}-\d{2}(-\d{2})?$/.test(value) ? format.date(value) : value;
}

function isHold(value: unknown): value is PaperHold {
  return typeof value === "object" && value !== null && "code" in value && "why" in value;
}

function isOwnDue(value: unknown): value is OwnDue {
  return typeof value === "object" && value !== null && "day" in value && "role" in value;
}
