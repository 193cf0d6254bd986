import type { Database, Querying } from "#province/store/database.ts";

/** A database that notes, of each transaction, how many rows of its tables of records and words were read. */
export function countingReads(database: Database, read: number[]): Database {
  return {
    ...database,
    transaction: (work) =>
      database.transaction(async (inside) => {
        const before = await rowsRead(inside);
        const done = await work(inside);
        read.push((await rowsRead(inside)) - before);
        return done;
      }),
  };
}

/** The rows of records and words that this transaction has read so far. */
export async function rowsRead(inside: Querying): Promise<number> {
  const [row] = await inside.query(
    `select sum(seq_tup_read + idx_tup_fetch)::int as read from pg_stat_xact_user_tables
     where relname in ('search', 'records')`,
  );
  return Number(row?.["read"]);
}
