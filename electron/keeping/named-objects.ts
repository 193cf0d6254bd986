import { setImmediate as pause } from "node:timers/promises";
import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import { type Digest, isDigest } from "#shared/base/digest.ts";
import { numberIn, textIn } from "#electron/journal/row.ts";

const slice = 500;

/** Adds the objects that a journal's records name as they stand now; answers how many records there are. */
export async function addNamedObjects(journal: Sqlite, named: Set<Digest>): Promise<number> {
  const states = journal.prepare(
    `SELECT h.seq, e.state FROM heads h INDEXED BY heads_in_order CROSS JOIN entries e ON e.seq = h.seq
     WHERE h.collection = ? AND h.seq > ? ORDER BY h.seq LIMIT ?`,
  );
  let records = 0;
  for (const row of journal.prepare("SELECT DISTINCT collection FROM heads").all()) {
    const collection = textIn(row, "collection");
    let after = 0;
    for (;;) {
      const rows = states.all(collection, after, slice);
      if (rows.length === 0) break;
      for (const one of rows) {
        after = numberIn(one, "seq");
        records += 1;
        for (const digest of digestsOf(textIn(one, "state"))) named.add(digest);
      }
      await pause();
    }
  }
  return records;
}

/** Adds the objects that wait in the tray, or that a device gave: no record names them yet. */
export function addWaitingObjects(database: Sqlite, named: Set<Digest>): void {
  const wanted = [
    { table: "waiting", columns: ["digest", "thumb"] },
    { table: "pages", columns: ["digest"] },
  ];
  for (const { table, columns } of wanted) {
    const there = new Set(
      database
        .prepare("SELECT name FROM pragma_table_info(?)")
        .all(table)
        .map((row) => row["name"]),
    );
    for (const column of columns.filter((name) => there.has(name))) {
      for (const row of database.prepare(`SELECT DISTINCT ${column} AS digest FROM ${table}`).all()) {
        const digest = row["digest"];
        if (typeof digest === "string" && isDigest(digest)) named.add(digest);
      }
    }
  }
}

/** The digests in a record's fields: those whose names end in `Digest`. */
function digestsOf(state: string): Digest[] {
  const record = JSON.parse(state) as Record<string, unknown>;
  return Object.entries(record).flatMap(([name, value]) =>
    name.endsWith("Digest") && typeof value === "string" && isDigest(value) ? [value] : [],
  );
}
