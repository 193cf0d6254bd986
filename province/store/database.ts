/** What a statement's place may hold; JSON goes in as text and is cast in the statement (`$1::jsonb`). */
export type Param = string | number | boolean | null;

/** A row as it comes out: whole numbers of 64 bits as numbers, JSON as values, everything else as its text. */
export type Row = Readonly<Record<string, unknown>>;

export type Querying = { query(sql: string, params?: readonly Param[]): Promise<Row[]> };

/** PostgreSQL, behind a server or embedded: the same statements give the same rows. */
export type Database = Querying & {
  /** Commits what `work` did when it ends, takes all of it back when it throws. */
  transaction<Value>(work: (inside: Querying) => Promise<Value>): Promise<Value>;
  close(): Promise<void>;
  /** All of an embedded database as one file; nothing where it is a server's. */
  dump?(): Promise<Blob>;
  /** Connections to the server; nothing where the store is embedded. */
  pool?(): { open: number; idle: number; waiting: number };
};

/** A text in a row; a statement that does not select it is a fault of ours. */
export function textIn(row: Row, name: string): string {
  const value = row[name];
  if (typeof value !== "string") throw new Error(`no text ${name} in the row`);
  return value;
}

/** A whole number in a row. */
export function numberIn(row: Row, name: string): number {
  const value = row[name];
  if (typeof value !== "number") throw new Error(`no number ${name} in the row`);
  return value;
}
