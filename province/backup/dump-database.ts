import { open } from "node:fs/promises";
import { type Database, numberIn, type Querying, textIn } from "#province/store/database.ts";
import { remadeTables } from "#province/store/meaning-tables.ts";
import type { Manifest } from "./manifest.ts";
import { listDump, runAgainst } from "./postgres-programs.ts";

/** What the tables hold: how many rows each, the ends of the audit's chains, the last migration. */
export type Held = Pick<Manifest, "rows" | "heads" | "tables">;

/**
 * Writes the whole database to a file and answers what it holds, of one and the same moment, whatever is written
 * meanwhile; the file is forced to the disk.
 */
export async function dumpDatabase(database: Database, address: string, path: string): Promise<Held> {
  if (database.dump) {
    const bytes = await database.dump();
    const held = await readHeld(database);
    await writeForced(path, bytes.stream());
    return held;
  }
  const held = await database.transaction(async (inside) => {
    await inside.query("set transaction isolation level repeatable read read only");
    const [row] = await inside.query("select pg_export_snapshot() as snapshot");
    const snapshot = row ? textIn(row, "snapshot") : "";
    await runAgainst(address, "pg_dump", [
      ...["--format=custom", "--no-owner", "--no-privileges"],
      ...[`--snapshot=${snapshot}`, `--file=${path}`],
      ...(await withoutVectors(inside)),
    ]);
    return readHeld(inside);
  });
  await listDump(path);
  const handle = await open(path, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
  return held;
}

/**
 * A dump with vectors in it would only go back into a server with pgvector: they are left out with the extension, and
 * made anew where it is restored.
 */
async function withoutVectors(inside: Querying): Promise<string[]> {
  const extensions = (await inside.query("select extname::text as name from pg_extension order by 1")).map(
    (row) => textIn(row, "name"),
  );
  const [vectors, ...emptied] = remadeTables;
  return [
    `--exclude-table=${vectors}`,
    ...emptied.map((name) => `--exclude-table-data=${name}`),
    ...(extensions.includes("vector")
      ? extensions.filter((name) => name !== "vector").map((name) => `--extension=${name}`)
      : []),
  ];
}

/** What the tables hold now, but for what is made anew. */
export async function readHeld(database: Querying): Promise<Held> {
  const names = (
    await database.query("select tablename as name from pg_tables where schemaname = 'public' order by 1")
  )
    .map((row) => textIn(row, "name"))
    .filter((name) => !remadeTables.some((remade) => remade === name));
  const rows: Record<string, number> = {};
  for (const name of names) {
    const [row] = await database.query(`select count(*) as count from "${name.replaceAll('"', '""')}"`);
    rows[name] = row ? numberIn(row, "count") : 0;
  }
  const feeds = await database.query("select district, seq, chain from feeds order by district");
  const [last] = await database.query("select max(number) as number from migrations");
  return {
    rows,
    heads: Object.fromEntries(
      feeds.map((row) => [
        textIn(row, "district"),
        { seq: numberIn(row, "seq"), chain: textIn(row, "chain") },
      ]),
    ),
    tables: last ? numberIn(last, "number") : 0,
  };
}

async function writeForced(path: string, bytes: ReadableStream<Uint8Array>): Promise<void> {
  const handle = await open(path, "wx", 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
