import type { SQLInputValue } from "node:sqlite";
import type { Row } from "#electron/journal/row.ts";

type Values = readonly SQLInputValue[] | readonly [Record<string, SQLInputValue>];

/** A prepared statement: values by their places, or one object by their names. */
export type Statement = {
  run(...values: Values): { changes: number | bigint; lastInsertRowid: number | bigint };
  get(...values: Values): Row | undefined;
  all(...values: Values): Row[];
  iterate(...values: Values): IterableIterator<Row>;
};

/**
 * A connection to one database of the desk, plain or encrypted: what both engines do alike. Errors of SQLite bear its
 * extended result code as `errcode`.
 */
export type Sqlite = {
  exec(statements: string): void;
  prepare(statement: string): Statement;
  close(): void;
  readonly isOpen: boolean;
  readonly isTransaction: boolean;
};
