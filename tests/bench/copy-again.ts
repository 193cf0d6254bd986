import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "#province/store/database.ts";
import { timed } from "#tests/bench/figure.ts";

const tables = ["records", "audit", "receipts", "search", "catalogue"];

/**
 * Milliseconds of `COPY` of all rows of the tables that an ingest fills, out of files, into empty tables with the same
 * columns, keys and indexes.
 */
export async function copyAgain(
  database: Database,
  folder: string,
  say: (line: string) => void,
): Promise<number> {
  const out = join(folder, "copies");
  mkdirSync(out);
  // The server is another user.
  for (const path of [folder, out]) chmodSync(path, 0o777);
  const pathOf = (table: string) => `'${join(out, table).replaceAll("'", "''")}'`;
  for (const table of tables) {
    await database.query(`copy (select * from ${table}) to ${pathOf(table)}`);
    await database.query(`create table ${table}_again (like ${table} including all)`);
  }
  await database.query("checkpoint");
  let all = 0;
  for (const table of tables) {
    const took = await timed(() => database.query(`copy ${table}_again from ${pathOf(table)}`));
    say(`copy of ${table}: ${Math.round(took)} ms`);
    all += took;
  }
  return all;
}
