import pg from "pg";
import type { Database, Querying, Row } from "./database.ts";

/** Whole numbers of 64 bits as numbers; everything else as pg reads it. */
const numbers = new pg.TypeOverrides();
numbers.setTypeParser(pg.types.builtins.INT8, Number);

/** A pool of connections to a PostgreSQL server (15 or later) at a `postgresql://` address. */
export function openPostgres(address: string, report: (error: Error) => void): Database {
  const pool = new pg.Pool({
    connectionString: address,
    max: 12,
    types: numbers,
  });
  pool.on("error", report);
  const through = (client: {
    query(sql: string, params: unknown[]): Promise<{ rows: Row[] }>;
  }): Querying => ({
    query: async (sql, params = []) => (await client.query(sql, [...params])).rows,
  });
  return {
    ...through(pool),
    async transaction(work) {
      const client = await pool.connect();
      let broken: Error | undefined;
      // A server that ends the connection between two statements says so to the connection alone.
      const noteEnd = (fault: Error) => void (broken = fault);
      client.on("error", noteEnd);
      try {
        await client.query("begin");
        const value = await work(through(client));
        await client.query("commit");
        return value;
      } catch (error) {
        await client.query("rollback").catch((fault: unknown) => {
          broken = fault instanceof Error ? fault : new Error(String(fault));
        });
        throw error;
      } finally {
        client.off("error", noteEnd);
        client.release(broken);
      }
    },
    close: () => pool.end(),
    pool: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
  };
}
