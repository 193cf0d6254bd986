/** What a person knows a record by, whichever of these it has. */
const naming = [
  ["code", "number", "notation"],
  ["title", "subject", "name", "label"],
];

/** What a person knows a record by, out of its fields; empty where it has nothing of the kind. */
export function nameOfRecord(record: object): string {
  const fields = new Map<string, unknown>(Object.entries(record));
  const texts = naming.flatMap((names) => firstText(names.map((name) => fields.get(name))) ?? []);
  return texts.join(" – ");
}

function firstText(values: readonly unknown[]): string | undefined {
  for (const value of values) if (typeof value === "string" && value !== "") return value;
  return undefined;
}
