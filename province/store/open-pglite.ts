import { PGlite, types } from "@electric-sql/pglite";
import { vector } from "@electric-sql/pglite-pgvector";
import type { Database, Param, Row } from "./database.ts";

/**
 * PostgreSQL inside this process, its data in a folder (none for memory only). It never calls fsync and takes no
 * lock on its folder: for practice and tests, never for the only copy of anything. `from` is a dump to begin with.
 */
export async function openPglite(folder?: string, from?: Blob): Promise<Database> {
  const engine = await PGlite.create({
    ...(folder === undefined ? {} : { dataDir: folder }),
    ...(from && { loadDataDir: from }),
    extensions: { vector },
    parsers: { [types.INT8]: Number },
  });
  return {
    query: async (sql, params = []) => (await engine.query<Row>(sql, [...params])).rows,
    transaction: (work) =>
      engine.transaction((inside) =>
        work({
          query: async (sql: string, params: readonly Param[] = []) =>
            (await inside.query<Row>(sql, [...params])).rows,
        }),
      ),
    close: () => engine.close(),
    dump: () => engine.dumpDataDir("gzip"),
  };
}
