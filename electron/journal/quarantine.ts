import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import { canonicalJson } from "#shared/base/canonical.ts";
import { sha256 } from "./chain.ts";
import { textIn } from "./row.ts";
import { inTransaction } from "./transaction.ts";

/** A row that was not taken, kept as it came, and why. */
type Quarantined = { collection: string; id: string; code: string; detail: string; state: unknown };

/** Where refused rows are kept; the same row is kept once. */
export type Quarantine = {
  quarantine(rows: readonly Quarantined[]): void;
  quarantined(): (Quarantined & { at: string })[];
};

export function openQuarantine(database: Sqlite, now: () => number): Quarantine {
  const insert = database.prepare(
    "INSERT OR IGNORE INTO quarantine (digest, at, collection, id, code, detail, state) VALUES (?,?,?,?,?,?,?)",
  );
  const list = database.prepare("SELECT * FROM quarantine ORDER BY at, collection, id");
  return {
    quarantine(rows) {
      const at = new Date(now()).toISOString();
      inTransaction(database, () => {
        for (const { collection, id, code, detail, state } of rows) {
          const digest = sha256(canonicalJson([collection, code, state]));
          insert.run(digest, at, collection, id, code, detail, canonicalJson(state));
        }
      });
    },
    quarantined: () =>
      list.all().map((row) => ({
        at: textIn(row, "at"),
        collection: textIn(row, "collection"),
        id: textIn(row, "id"),
        code: textIn(row, "code"),
        detail: textIn(row, "detail"),
        state: JSON.parse(textIn(row, "state")) as unknown,
      })),
  };
}
