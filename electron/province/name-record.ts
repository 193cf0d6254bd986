import type { CollectionName } from "#shared/archive/collections.ts";
import type { Journal } from "#electron/journal/journal.ts";

/** What a person knows a record by, whichever of these it has. */
const naming = [
  ["code", "number", "notation"],
  ["title", "subject", "name", "label"],
];

/** What a person knows a record by; its id where it has nothing else. */
export function nameRecord(journal: Pick<Journal, "read">, collection: CollectionName, id: string): string {
  const fields = new Map<string, unknown>(Object.entries(journal.read(collection, id) ?? {}));
  const texts = naming.flatMap((names) => firstText(names.map((name) => fields.get(name))) ?? []);
  return texts.join(" – ") || id;
}

function firstText(values: readonly unknown[]): string | undefined {
  for (const value of values) if (typeof value === "string" && value !== "") return value;
  return undefined;
}
