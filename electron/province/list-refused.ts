import type { RefusedRecord } from "#shared/contract/session.ts";
import type { Journal } from "#electron/journal/journal.ts";
import type { JournalStore } from "./journal-store.ts";

const most = 200;
/** What a person knows a record by, whichever of these it has. */
const naming = [
  ["code", "number", "notation"],
  ["title", "subject", "name", "label"],
];

/** The records that the province does not take, for the screen. */
export function listRefused(store: JournalStore, journal: Pick<Journal, "read">): RefusedRecord[] {
  return store.refusedList(most).map(({ collection, id, code, detail, at, retryAt }) => {
    const fields = new Map<string, unknown>(Object.entries(journal.read(collection, id) ?? {}));
    const texts = naming.flatMap((names) => firstText(names.map((name) => fields.get(name))) ?? []);
    const label = texts.join(" – ");
    return {
      collection,
      id,
      label: label || id,
      code,
      detail,
      at,
      retryAt: retryAt === undefined ? "" : new Date(retryAt).toISOString(),
    };
  });
}

function firstText(values: readonly unknown[]): string | undefined {
  for (const value of values) if (typeof value === "string" && value !== "") return value;
  return undefined;
}
