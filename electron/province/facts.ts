import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import { inTransaction } from "#electron/journal/transaction.ts";
import { textIn } from "#electron/journal/row.ts";

/** Single values kept in the sync database, by name; empty where none was set. */
export type Facts = { read(name: string): string; write(name: string, value: string): void };

export function openFacts(database: Sqlite): Facts {
  const find = database.prepare("SELECT value FROM facts WHERE name = ?");
  const set = database.prepare("INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)");
  return {
    read(name) {
      const row = find.get(name);
      return row ? textIn(row, "value") : "";
    },
    write: (name, value) => void inTransaction(database, () => set.run(name, value)),
  };
}
